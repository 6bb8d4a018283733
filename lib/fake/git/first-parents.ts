import type { FakeGit } from "./fake-git.ts";
import { type GitCommit, readCommit } from "./read-commit.ts";

/** The line of first parents from a commit on, newest first. */
export function* firstParents(git: FakeGit, id: string): Generator<GitCommit> {
  for (let next: string | undefined = id; next !== undefined; ) {
    const commit = readCommit(git, next);
    yield commit;
    next = commit.parents[0];
  }
}
