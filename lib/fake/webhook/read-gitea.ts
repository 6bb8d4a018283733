import type { Asked } from "../answer.ts";
import { answerGitea } from "../gitea/answer-gitea.ts";

import type { Ground } from "./ground.ts";
export type Json = Record<string, unknown>;

/** What the REST API says at a path below the repository's own; null where it does not answer with 200. */
export function readGitea({ store: asRead, repository }: Ground, path: string): unknown {
  // What is told or answered here has nothing to do with what a token may read.
  const { scopes: _, ...store } = asRead;
  const url = new URL(
    `/api/v1/repos/${repository.owner}/${repository.name}${path}`,
    "http://fake.invalid",
  );
  const asked: Asked = {
    store,
    method: "GET",
    url,
    headers: {},
    body: "",
    bytes: new Uint8Array(),
    pageMax: 50,
    treePageMax: 1000,
  };
  const { answer } = answerGitea(asked);
  if (answer.status !== 200) return null;
  return JSON.parse(Buffer.from(answer.body).toString("utf8"));
}

/** The row of an id in a list of the API, wherever in it; null where it is not there. */
export function rowOfList(ground: Ground, path: string, id: number): Json | null {
  for (let page = 1; ; page += 1) {
    const read = readGitea(ground, `${path}?limit=50&page=${page}`);
    const rows = listIn(read);
    const found = rows.find((row) => row.id === id);
    if (found || rows.length === 0) return found ?? null;
  }
}

/** A list as it is, or the one list in its envelope. */
function listIn(read: unknown): Json[] {
  if (Array.isArray(read)) return read;
  const lists = Object.values(Object(read)).filter((value) => Array.isArray(value));
  return lists[0] ?? [];
}
