import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FakeGit } from "../fake-git.ts";
import { runGit } from "../run-git.ts";
import { beginRepository, writeRepository } from "../write-repository.ts";

export type OnDisk = AsyncDisposable & {
  readonly directory: string;
  /** Brings it to where the git in memory stands now. */
  write: () => Promise<void>;
  /** What the real git says of it. */
  ask: (...args: string[]) => Promise<string>;
};

/** A git of the fake as a bare repository, for the real git to look at. */
export async function onDisk(git: FakeGit, defaultBranch = "main"): Promise<OnDisk> {
  const root = await mkdtemp(join(tmpdir(), "fake-git-test-"));
  const directory = join(root, "it.git");
  const served = { defaultBranch, filters: true, anyId: true };
  let written = await beginRepository(directory, served);
  const write = async () => {
    written = await writeRepository(git, written);
  };
  await write();
  return {
    directory,
    write,
    ask: async (...args) =>
      (await runGit({ args: ["-C", directory, ...args], input: [] })).toString(),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
