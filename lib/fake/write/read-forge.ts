import type { Ground } from "../change/place.ts";
import { type Json, readGitea, rowOfList } from "../webhook/read-gitea.ts";
import { readGithub, rowOfGithubList } from "../webhook/read-github.ts";

/** What the store's own dialect says at a path below the repository's; null where it does not answer with 200. */
export function readForge(ground: Ground, path: string): unknown {
  return ground.store.github ? readGithub(ground, path) : readGitea(ground, path);
}

/** The row of an id in a list of that dialect. */
export function rowOfForgeList(ground: Ground, path: string, id: number): Json | null {
  return ground.store.github ? rowOfGithubList(ground, path, id) : rowOfList(ground, path, id);
}
