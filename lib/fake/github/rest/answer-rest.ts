import type { Answer, Asked } from "../../answer.ts";
import { isAdmin } from "../../gitea/is-admin.ts";
import { sha1 } from "../../sha1.ts";
import { limitHeaders, remainingOf } from "../limits.ts";
import { JSON_TYPE, notFound, reply } from "../reply.ts";
import { type Place, repositoryNamed, type Site, sameName } from "../site.ts";
import type { GithubPermission } from "../skin.ts";
import type { Call, SiteCall } from "./call.ts";
import { repositoryRoutes, siteRoutes } from "./routes.ts";

type Found = { endpoint: string; make: () => Answer };

/** Answers one request of the REST API, and names the endpoint that did. */
export function answerRest(
  site: Site,
  { asked, path }: { asked: Asked; path: string },
): { endpoint: string; answer: Answer } {
  const { endpoint, make } = find(site, { asked, path });
  const isFree = path === "/rate_limit";
  if (!isFree && remainingOf(site.skin.rest) < 1) return { endpoint, answer: exhausted(site) };
  const made = make();
  const answer = notModified(made, asked.headers["if-none-match"]);
  if (!isFree && answer.status !== 304) site.skin.rest.used += 1;
  return { endpoint, answer: withHeaders(site, answer) };
}

function find(site: Site, { asked, path }: { asked: Asked; path: string }): Found {
  const { method, url, headers } = asked;
  const endpoint = `${method} ${path}`;
  if (method !== "GET") return { endpoint, make: notFound };
  const call: SiteCall = { ...site, params: {}, query: url.searchParams, headers, path };
  for (const route of siteRoutes) {
    if (!route.pattern.test(path)) continue;
    return { endpoint: `GET ${route.template}`, make: () => route.answer(call) };
  }
  return findInRepository(call) ?? { endpoint, make: notFound };
}

function findInRepository(call: SiteCall): Found | null {
  const [, kind, first = "", ...more] = call.path.split("/");
  if (kind !== "repos" && kind !== "repositories") return null;
  const [name = "", rest] = kind === "repos" ? [more[0], more.slice(1)] : ["", more];
  const tail = (rest ?? []).map((part) => `/${part}`).join("");
  for (const route of repositoryRoutes) {
    const match = route.pattern.exec(tail);
    if (!match) continue;
    const make = () => {
      const place = placeOf(call, { kind, first, name, tail });
      if (!("repository" in place)) return place;
      return permitted({ ...call, ...place, params: decoded(match.groups ?? {}) }, route);
    };
    return { endpoint: `GET /repos/{owner}/{repo}${route.template}`, make };
  }
  return null;
}

type Named = { kind: string; first: string; name: string; tail: string };

/** The repository of a path; one that has another name by now answers with where it is. */
function placeOf(call: SiteCall, { kind, first, name, tail }: Named): Place | Answer {
  const { store, api, query } = call;
  if (kind === "repositories") {
    const repository = store.repositories.find(({ id }) => id === Number(first));
    return repository ? { ...call, repository } : notFound();
  }
  const repository = repositoryNamed(store, first, name);
  if (!repository) return notFound();
  if (sameName(repository.name, name)) return { ...call, repository };
  const suffix = query.size > 0 ? `?${query.toString()}` : "";
  const url = `${api}/repositories/${repository.id}${tail}${suffix}`;
  const headers = { Location: url };
  return reply({ status: 301, message: "Moved Permanently", headers, more: { url } });
}

type Guarded = { permission: GithubPermission | null; answer: (call: Call) => Answer };

function permitted(call: Call, { permission, answer }: Guarded): Answer {
  const { skin, store, query } = call;
  const isRefused =
    permission !== null &&
    (skin.refused.includes(permission) || (permission === "administration" && !isAdmin(store)));
  if (isRefused) return refused(skin.token, permission);
  const since = query.get("since");
  if (since && Number.isNaN(Date.parse(since))) {
    return reply({ status: 422, message: "The since filter is no moment." });
  }
  return answer(call);
}

/** A classic token is told that there is nothing; the other kind hears which right it lacks. */
function refused(token: "fine-grained" | "classic", permission: GithubPermission): Answer {
  if (token === "classic") return notFound();
  return reply({
    status: 403,
    message: "Resource not accessible by personal access token",
    headers: { "x-accepted-github-permissions": `${permission}=read` },
  });
}

function exhausted(site: Site): Answer {
  const message = "API rate limit exceeded for this user.";
  return withHeaders(site, reply({ status: 403, message }));
}

function notModified(made: Answer, known: string | undefined): Answer {
  if (made.status !== 200 || typeof made.body !== "string") return made;
  // A list's tag follows from all its rows: one that changed makes the whole page new.
  const ETag = `W/"${sha1(made.body)}"`;
  const headers = { ...made.headers, ETag };
  const isKnown = known?.split(/\s*,\s*/).includes(ETag) ?? false;
  return isKnown ? { status: 304, headers, body: "" } : { ...made, headers };
}

function withHeaders({ skin }: Site, answer: Answer): Answer {
  const isJson = answer.headers["Content-Type"]?.startsWith("application/json");
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...(isJson ? JSON_TYPE : {}),
      ...limitHeaders(skin.rest, "core"),
      "x-github-media-type": "github.v3; format=json",
    },
  };
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}
