import { type Answer, answerNotFound } from "../answer.ts";
import type { Call } from "./call.ts";
import { forgetHistory } from "./history.ts";
import { routes } from "./routes.ts";

type Asked = Pick<Call, "store" | "body" | "pageMax" | "treePageMax"> & {
  url: URL;
  method: string;
};

const base = "/api/v1";

/** Answers one request in the forge's REST dialect, and names the endpoint that did. */
export function answerGitea(asked: Asked): { endpoint: string; answer: Answer } {
  const { store, url, method, body, pageMax, treePageMax } = asked;
  forgetHistory();
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : null;
  if (path !== null) {
    for (const route of routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (!match) continue;
      const call: Call = {
        store,
        path: url.pathname,
        params: decodeAll(match.groups ?? {}),
        query: url.searchParams,
        body,
        pageMax,
        treePageMax,
      };
      return { endpoint: `${method} ${route.template}`, answer: route.answer(call) };
    }
  }
  const answer = answerNotFound(store);
  return { endpoint: `${method} ${path ?? url.pathname}`, answer };
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  const decoded: Record<string, string> = {};
  for (const [name, value] of Object.entries(groups)) decoded[name] = decodeURIComponent(value);
  return decoded;
}
