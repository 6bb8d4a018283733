import type { FakePullRequest, FakeRepository, FakeRun, FakeStore } from "../store.ts";
import { historyOf, placeOf } from "./history.ts";
import { remembered } from "./remember.ts";
import { actionsLogin } from "./shape-user.ts";

const byHead = remembered(({ pulls }) => new Map(pulls.map((pull) => [pull.headSha, pull])));
const byBranch = remembered(({ pulls }) => new Map(pulls.map((pull) => [pull.headRef, pull])));

/** The pull request that a run was for; null where it was started by something else. */
export function pullOfRun(repository: FakeRepository, run: FakeRun): FakePullRequest | null {
  if (!run.event.startsWith("pull_request")) return null;
  // The head may have moved since.
  const atHead = byHead(repository).get(run.headSha);
  return atHead ?? byBranch(repository).get(run.headBranch) ?? null;
}

export type RunRef = {
  /** `refs/heads/main`, or `refs/pull/7/head`. */
  full: string;
  /** `main`, or `#7`. */
  pretty: string;
  /** Absent for a pull request: what it has is no branch. */
  branch?: string;
};

/** What a run ran on; that of a pull request is its own ref and not its branch. */
export function refOfRun(repository: FakeRepository, run: FakeRun): RunRef {
  const pull = pullOfRun(repository, run);
  if (pull) return { full: `refs/pull/${pull.number}/head`, pretty: `#${pull.number}` };
  const branch = run.headBranch;
  return { full: `refs/heads/${branch}`, pretty: branch, branch };
}

/** Who is said to have started a run: the author of what it ran on; a timer has the forge's own account. */
export function actorOfRun(
  { store, repository }: { store: FakeStore; repository: FakeRepository },
  run: FakeRun,
): string {
  if (run.event === "schedule") return actionsLogin(store);
  const pull = pullOfRun(repository, run);
  if (pull) return pull.author;
  const place = placeOf(repository, repository.defaultBranch, run.headSha);
  const commit = place === null ? null : historyOf(repository, repository.defaultBranch)[place];
  return commit?.author ?? repository.owner;
}
