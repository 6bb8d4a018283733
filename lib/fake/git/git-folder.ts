import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FakeGit } from "./fake-git.ts";
import {
  beginRepository,
  type ServedAs,
  type Written,
  writeRepository,
} from "./write-repository.ts";

/** A temporary folder with repositories that git can read. */
export type GitFolder = {
  /** The directory of a repository as it stands now, written where anything changed since. */
  directoryOf: (git: FakeGit, served: ServedAs) => Promise<string>;
  /** Takes the folder away. */
  close: () => Promise<void>;
};

type Held = { readonly changes: number; readonly written: Promise<Written> };

export function createGitFolder(): GitFolder {
  const held = new Map<FakeGit, Held>();
  let root: Promise<string> | null = null;

  const begin = async (name: string, served: ServedAs): Promise<Written> => {
    root ??= mkdtemp(join(tmpdir(), "fake-git-"));
    return beginRepository(join(await root, name), served);
  };

  return {
    async directoryOf(git, served) {
      const last = held.get(git);
      const changes = git.changes();
      if (last?.changes !== changes) {
        // One after the other: each builds on what the last one wrote, and one that failed says so to all.
        const before = last?.written ?? begin(`${held.size + 1}.git`, served);
        held.set(git, { changes, written: before.then((known) => writeRepository(git, known)) });
      }
      const now = await held.get(git)?.written;
      return now?.directory ?? "";
    },
    async close() {
      await Promise.allSettled([...held.values()].map(({ written }) => written));
      held.clear();
      if (root !== null) await rm(await root, { recursive: true, force: true });
      root = null;
    },
  };
}
