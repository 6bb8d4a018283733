import { answerRest } from "../github/rest/answer-rest.ts";
import type { Site } from "../github/site.ts";
import { githubSkin } from "../github/skin.ts";
import type { Ground } from "./ground.ts";
import type { Json } from "./read-gitea.ts";

/** The forge as one sees it who may read everything and has his whole allowance. */
export function siteOf({ store }: Ground): Site {
  const skin = githubSkin(store.clock.now());
  return { store, skin, api: `${store.rootUrl}/api/v3` };
}

/** What GitHub's REST API says at a path below the repository's own; null where it does not answer with 200. */
export function readGithub(ground: Ground, path: string): unknown {
  const { store, repository } = ground;
  const url = new URL(
    `/repos/${repository.owner}/${repository.name}${path}`,
    "http://fake.invalid",
  );
  const empty = { headers: {}, body: "", bytes: new Uint8Array() };
  const asked = { store, method: "GET", url, ...empty, pageMax: 100, treePageMax: 1000 };
  const { answer } = answerRest(siteOf(ground), { asked, path: url.pathname });
  if (answer.status !== 200) return null;
  return JSON.parse(Buffer.from(answer.body).toString("utf8"));
}

/** The row of an id in a list of the API, wherever in it; null where it is not there. */
export function rowOfGithubList(ground: Ground, path: string, id: number): Json | null {
  for (let page = 1; ; page += 1) {
    const read = readGithub(ground, `${path}?per_page=100&page=${page}`);
    const rows: Json[] = Array.isArray(read) ? read : (Object(read).jobs ?? []);
    const found = rows.find((row) => row.id === id);
    if (found || rows.length === 0) return found ?? null;
  }
}
