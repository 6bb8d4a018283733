import { type Answer, answerError } from "../answer.ts";
import type { FakeStore } from "../store.ts";
import { skinOf } from "./skin.ts";

type Category = "issue" | "organization" | "repository" | "user";

/** Refuses a request whose token lacks the right to it, with the text that names what is missing; null lets it pass. */
export function refuseByScope(
  store: FakeStore,
  { method, template }: { method: string; template: string },
): Answer | null {
  const { scopes, rootUrl } = store;
  const category = categoryOf(template);
  if (!scopes || category === null || scopes.includes("all")) return null;
  // The method decides, and no matter that it only reads.
  const level = method === "GET" ? "read" : "write";
  const required = `${level}:${category}`;
  if (scopes.includes(required) || scopes.includes(`write:${category}`)) return null;
  const text = "token does not have at least one of required scope(s)";
  const message = skinOf(store).isGitea(23)
    ? `${text}, required=[${required}], token scope=${scopes.join(",")}`
    : `${text}: [${required}]`;
  return answerError({ status: 403, message, rootUrl });
}

/** Null where no right is needed. */
function categoryOf(template: string): Category | null {
  if (/^\/repos\/(issues\/search|\{owner\}\/\{repo\}\/(issues|labels|milestones))/.test(template)) {
    return "issue";
  }
  if (/^\/(repos|repositories)\//.test(template)) return "repository";
  if (template.startsWith("/orgs/")) return "organization";
  return template.startsWith("/user") ? "user" : null;
}
