import { randomUUID } from "node:crypto";
import { access, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "../git/git.ts";

const KEY = /^[a-z0-9][a-z0-9._-]{0,100}$/i;

/** The places that belong to one mirror. */
export type MirrorFolder = {
  readonly root: string;
  readonly key: string;
  /** The mirror as it was after its last whole fetch. */
  readonly good: string;
  /** The first fetch of a mirror; it becomes the good one when it is whole. */
  readonly part: string;
  readonly lock: string;
  /** Why this repository is not fetched any more. */
  readonly givenUp: string;
};

/** Where the mirror of that key lies; throws Error for a key that is no plain name. */
export function mirrorFolder(root: string, key: string): MirrorFolder {
  if (!KEY.test(key)) throw new Error(`${JSON.stringify(key)} is no name for a mirror's folder.`);
  const at = (ending: string) => join(root, `${key}.${ending}`);
  return {
    root,
    key,
    good: at("git"),
    part: at("part"),
    lock: at("lock"),
    givenUp: at("given-up.json"),
  };
}

/** Whether something is there. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Takes a folder away: at once for all who look, and then its files. */
export async function discard(directory: string): Promise<void> {
  const gone = `${directory}.gone-${randomUUID()}`;
  try {
    await rename(directory, gone);
  } catch {
    return;
  }
  await rm(gone, { recursive: true, force: true });
}

/** What a fetch leaves behind when it is killed, which would be in the way of the next; to be called under the lock. */
export async function clearLeftovers({ root, key, part, good }: MirrorFolder): Promise<void> {
  await rm(part, { recursive: true, force: true });
  for (const name of await readdir(root)) {
    if (name.startsWith(`${key}.`) && name.includes(".gone-")) {
      await rm(join(root, name), { recursive: true, force: true });
    }
  }
  const refs = await namesIn(join(good, "refs"), true);
  const packs = await namesIn(join(good, "objects", "pack"), false);
  const graphs = await namesIn(join(good, "objects", "info"), true);
  const here = await namesIn(good, false);
  const left = [
    ...[...refs, ...graphs, ...here].filter((path) => path.endsWith(".lock")),
    ...packs.filter((path) => /\/(tmp_|\.tmp-)[^/]*$/.test(path)),
  ];
  for (const path of left) await rm(path, { force: true });
}

async function namesIn(directory: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Whether every commit of a mirror is there; what is broken deeper shows when it is read. */
export async function isHealthy(directory: string): Promise<boolean> {
  try {
    await runGit({ directory, args: ["rev-list", "--all", "--count"] });
    return !(await isThere(join(directory, "broken")));
  } catch (error) {
    if (error instanceof ForgeError) return false;
    throw error;
  }
}

/** Notes that a mirror cannot be read, so that the next fetch makes it anew. */
export const noteBroken = (directory: string): Promise<void> =>
  writeFile(join(directory, "broken"), "").catch(() => {});

/** Notes when the fetch began that made a mirror what it is. */
export const noteFetched = (directory: string, at: number): Promise<void> =>
  writeFile(join(directory, "fetched"), String(at));

/** When the last whole fetch of a mirror began, in milliseconds of our clock; 0 where there was none. */
export const fetchedAt = async (directory: string): Promise<number> =>
  Number(await readFile(join(directory, "fetched"), "utf8").catch(() => "0"));

/** Notes that a mirror is used, for those that are not are the first to go. */
export async function noteUsed(directory: string): Promise<void> {
  const now = new Date();
  await utimes(join(directory, "fetched"), now, now).catch(() => {});
}
