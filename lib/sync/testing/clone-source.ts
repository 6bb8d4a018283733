import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { openForge } from "#/lib/forge/open-forge.ts";
import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { syncRepository } from "../sync-repository.ts";

/** A clone with one workflow and two merged pull requests that a source of the database points at. */
export async function cloneSource() {
  const scratch = scratchClone();
  scratch.write(".github/workflows/ci.yml", "on: pull_request\n");
  scratch.write("a.go", "0\n");
  scratch.commit("start");
  squash(scratch, 1, "a.go");
  squash(scratch, 2, "a_test.go");
  const { directory } = scratch;
  const source = await db.source.create({ data: { name: directory, kind: "git", url: directory } });
  const forge = openForge({ kind: "git", url: directory });
  const repositoryId = await saveRepository(db, source.id, await forge.repository(directory));
  const sync = async () =>
    (
      await syncRepository({
        repositoryId,
        forge: openForge({ kind: "git", url: directory }),
        now: () => new Date(),
        signal: new AbortController().signal,
      })
    ).state;
  return { scratch, repositoryId, sync, [Symbol.dispose]: () => scratch[Symbol.dispose]() };
}

type Scratch = ReturnType<typeof scratchClone>;

/** A commit as a forge makes it of a pull request that it squashes. */
export function squash(scratch: Scratch, number: number, path: string): void {
  scratch.write(path, `${number}\n`);
  scratch.commit(`fix(core): repair ${number} (#${number})`);
}
