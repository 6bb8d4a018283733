import { tipOf as tipOfGit } from "../git/tip-of.ts";
import type { FakeRepository } from "../store.ts";
import { walkGit } from "./git-history.ts";
import { historyOf, placeOf } from "./history.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { remembered } from "./remember.ts";
import { tipOf } from "./tip-of.ts";

const headShas = remembered(({ pulls }) => new Set(pulls.map(({ headSha }) => headSha)));

/** The commit of a branch's name, or of an id that a branch or a pull request has; null where there is none. */
export function commitOf(repository: FakeRepository, ref: string): string | null {
  const { branches, git } = repository;
  if (git) return tipOfGit(git, ref);
  if (branches.some(({ name }) => name === ref)) return tipOf(repository, ref)?.sha ?? null;
  const isOnBranch = branches.some(({ name }) => placeOf(repository, name, ref) !== null);
  return isOnBranch || headShas(repository).has(ref) ? ref : null;
}

/** All that a branch or a commit leads to, newest first; null where there is no such thing. */
export function commitsFrom(
  repository: FakeRepository,
  ref: string,
): readonly HistoryEntry[] | null {
  const { branches, defaultBranch } = repository;
  const [branch, place] = branches.some(({ name }) => name === ref)
    ? [ref, 0]
    : [defaultBranch, placeOf(repository, defaultBranch, ref)];
  if (place !== null && isPlain(repository, branch)) {
    return historyOf(repository, branch).slice(place);
  }
  const { git } = repository;
  const tip = git ? tipOfGit(git, ref) : null;
  return git && tip !== null ? walkGit(repository, { git, tip }) : null;
}

const plain = remembered(() => new Map<string, boolean>());

/** Whether no commit of a branch brought another line with it; then its first parents are all there is. */
function isPlain(repository: FakeRepository, branch: string): boolean {
  const known = plain(repository);
  const isKnown =
    known.get(branch) ??
    historyOf(repository, branch).every(({ git }) => (git?.parents.length ?? 0) < 2);
  known.set(branch, isKnown);
  return isKnown;
}
