import type { Answer, Answered, Asked } from "../answer.ts";
import { inOneAnswer } from "../gitea/remember.ts";
import { renew } from "./limits.ts";
import { answerSecondary, notFound } from "./reply.ts";
import { answerRest } from "./rest/answer-rest.ts";
import type { Site } from "./site.ts";

/** Answers a store that is GitHub, at the address of github.com's API and at that of an Enterprise Server; git is another's. */
export async function answerGithub(asked: Asked): Promise<Answered | null> {
  const { store, method, url } = asked;
  const skin = store.github;
  const { pathname } = url;
  if (!skin || pathname.includes(".git/")) return null;
  const isEnterprise = pathname.startsWith("/api/");
  const path = pathname.replace(/^\/api(\/v3)?(?=\/|$)/, "");
  const origin = `http://${asked.headers.host ?? "fake.invalid"}`;
  const site: Site = { store, skin, api: `${origin}${isEnterprise ? "/api/v3" : ""}` };
  renew(skin.rest, store);
  renew(skin.graphql, store);
  const made = refusedForNow(site, `${method} ${path}`) ?? (await answerAt(site, { asked, path }));
  return typeof made.answer === "function"
    ? made
    : { ...made, answer: withServer(site, made.answer) };
}

async function answerAt(
  site: Site,
  { asked, path }: { asked: Asked; path: string },
): Promise<Answered & { answer: Answer }> {
  if (path !== "/graphql") return inOneAnswer(() => answerRest(site, { asked, path }));
  const endpoint = `${asked.method} /graphql`;
  if (asked.method !== "POST") return { endpoint, answer: notFound() };
  // Only those who ask in GraphQL need its library and its schema, which are not shipped.
  const { answerGraphql } = await import("./graphql/answer-graphql.ts");
  return { endpoint, ...inOneAnswer(() => answerGraphql(site, asked.body)) };
}

function refusedForNow(
  { skin, store }: Site,
  endpoint: string,
): (Answered & { answer: Answer }) | null {
  const { secondary } = skin;
  if (!secondary || Date.parse(store.clock.now()) >= Date.parse(secondary.until)) return null;
  return { endpoint, answer: answerSecondary(secondary.retryAfterSeconds) };
}

function withServer({ skin }: Site, answer: Answer): Answer {
  const version: Record<string, string> =
    skin.enterprise === null ? {} : { "x-github-enterprise-version": skin.enterprise };
  return { ...answer, headers: { ...answer.headers, ...version } };
}
