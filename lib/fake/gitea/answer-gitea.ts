import { type Answer, type Asked, answerNotFound } from "../answer.ts";
import type { Call } from "./call.ts";
import { inOneAnswer } from "./remember.ts";
import { type Route, routes } from "./routes.ts";
import { refuseByScope } from "./scope.ts";
import { type Skin, skinOf } from "./skin.ts";

const base = "/api/v1";

/** Answers one request in the REST dialect of the store's version, and names the endpoint that did. */
export function answerGitea(
  asked: Pick<Asked, "store" | "url" | "method" | "body" | "pageMax" | "treePageMax">,
): { endpoint: string; answer: Answer } {
  const { store, url, method } = asked;
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : null;
  const found = path === null ? null : findRoute(skinOf(store), { method, path });
  if (!found)
    return { endpoint: `${method} ${path ?? url.pathname}`, answer: answerNotFound(store) };
  const { template, answer } = found.route;
  const { body, pageMax, treePageMax } = asked;
  const call: Call = {
    store,
    path: url.pathname,
    params: found.params,
    query: url.searchParams,
    body,
    pageMax,
    treePageMax,
  };
  return {
    endpoint: `${method} ${template}`,
    answer: refuseByScope(store, { method, template }) ?? inOneAnswer(() => answer(call)),
  };
}

function findRoute(
  skin: Skin,
  { method, path }: { method: string; path: string },
): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    const match = route.method === method && route.isIn(skin) ? route.pattern.exec(path) : null;
    if (match) return { route, params: decodeAll(match.groups ?? {}) };
  }
  return null;
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  const decoded: Record<string, string> = {};
  for (const [name, value] of Object.entries(groups)) decoded[name] = decodeURIComponent(value);
  return decoded;
}
