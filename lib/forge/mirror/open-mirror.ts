import { type Known, known } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "../git/git.ts";
import type { Clone } from "../git/open-clone.ts";
import { contentsOf } from "./contents-of.ts";
import { fetcher } from "./fetcher.ts";
import { folderSize } from "./folder-size.ts";
import { fetchedAt, isThere, mirrorFolder, noteBroken, noteUsed } from "./mirror-folder.ts";
import type { MirrorOptions } from "./mirror-options.ts";
import { resolveCommits } from "./resolve-commits.ts";

/** The mirror of one repository, as one Forge uses it. */
export type Mirror = {
  /** The folder after a fetch of this Forge's own; null where there is none, and then the forge is asked. */
  fetched(repository: string): Promise<string | null>;
  /** The folder with these commits: fetched only where one of them is not there, and once more where it came since. Null where there is no mirror. */
  withCommits(repository: string, ids: readonly string[]): Promise<string | null>;
  /** A commit of the mirror to read from; what it lacks of contents is fetched. */
  at(repository: string, directory: string, commit: string): Clone;
  /** Reads; null where the mirror turned out to be broken, which is noted so that it is made anew. */
  reading<Answer>(directory: string, read: () => Promise<Answer>): Promise<Answer | null>;
  /** Notes that git failed on the mirror; throws what is no failure of git. */
  broke(directory: string, error: unknown): Promise<void>;
  /** What it did, in a sentence for a person; null where nothing was asked yet. */
  say(): Promise<string | null>;
};

/** Opens a mirror without doing anything yet. */
export function openMirror(options: MirrorOptions): Mirror {
  const folder = mirrorFolder(options.directory, options.key);
  const fetches = fetcher(options, folder);
  const bring = contentsOf(options, folder);
  let used: string | null = null;

  const fetched = async (repository: string): Promise<string | null> => {
    const found = await fetches.once(repository);
    if (!found.known) return null;
    used = found.value;
    return used;
  };
  const broke = async (directory: string, error: unknown): Promise<void> => {
    options.signal?.throwIfAborted();
    if (!(error instanceof ForgeError)) throw error;
    await noteBroken(directory);
    fetches.renew(`the mirror is broken (${error.message})`);
  };
  return {
    fetched,
    async withCommits(repository, ids) {
      const askedAt = Date.now();
      if (fetches.current() === null && (await stands(folder.good, ids))) {
        await noteUsed(folder.good);
        used = folder.good;
        return used;
      }
      const directory = await fetched(repository);
      if (directory === null || (await hasAll(directory, ids))) return directory;
      await fetches.again(repository, askedAt);
      return directory;
    },
    at: (repository, directory, head) => ({
      directory,
      name: repository,
      head,
      isShallow: false,
      fetch: (ids) => bring(repository, ids),
    }),
    reading: (directory, read) =>
      read().catch(async (error: unknown) => {
        await broke(directory, error);
        return null;
      }),
    broke,
    say: async () =>
      await sayFound(await (fetches.current() ?? (used === null ? null : known(used)))),
  };
}

/** Whether a mirror of an earlier Forge is there, is whole as far as is known, and has these commits. */
const stands = async (directory: string, ids: readonly string[]): Promise<boolean> =>
  (await fetchedAt(directory)) > 0 &&
  !(await isThere(`${directory}/broken`)) &&
  (await hasAll(directory, ids));

async function hasAll(directory: string, ids: readonly string[]): Promise<boolean> {
  try {
    return !(await resolveCommits(directory, ids)).includes(null);
  } catch (error) {
    if (error instanceof ForgeError) return false;
    throw error;
  }
}

async function sayFound(found: Known<string> | null): Promise<string | null> {
  if (!found) return null;
  if (!found.known) return `The API is asked for files: ${found.why}.`;
  const args = ["rev-list", "--all", "--count"];
  const count = Number(await runGit({ directory: found.value, args }));
  const size = Math.max(1, Math.round((await folderSize(found.value)) / 1e6));
  const commits = count === 1 ? "1 commit" : `${count.toLocaleString("en-US")} commits`;
  return `The files came from git: ${commits}, ${size} MB.`;
}
