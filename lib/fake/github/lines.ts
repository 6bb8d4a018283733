import { readCommit } from "../git/read-commit.ts";
import { tipOf as tipOfGit } from "../git/tip-of.ts";
import { type HistoryEntry, historyOf, placeOf } from "../gitea/history.ts";
import { remembered } from "../gitea/remember.ts";
import type { FakeFile, FakePullRequest, FakeRepository } from "../store.ts";
import type { Commit } from "./commit.ts";
import { commitFromGit, walkGit } from "./git-commits.ts";

const headsOf = remembered(({ pulls }) => new Set(pulls.map(({ headSha }) => headSha)));
const linesOf = remembered(() => new Map<string, Commit[]>());
const HEADS = "refs/heads/";

/** The names of all branches. */
export function branchesOf({ branches, git }: FakeRepository): string[] {
  const heads = [...(git?.refs.keys() ?? [])].filter((name) => name.startsWith(HEADS));
  const names = [
    ...branches.map(({ name }) => name),
    ...heads.map((name) => name.slice(HEADS.length)),
  ];
  return [...new Set(names)];
}

/** The commits that a branch or a commit leads to, newest first; null where nobody knows it. */
export function commitsFrom(repository: FakeRepository, ref: string): readonly Commit[] | null {
  const { git } = repository;
  if (git) {
    const tip = tipOfGit(git, ref);
    return tip === null ? null : walkGit(repository, git, tip);
  }
  const found = whereIs(repository, ref);
  if (!found) return null;
  const line = lineOf(repository, found.branch);
  return found.place === 0 ? line : line.slice(found.place);
}

/** The commit that a branch is at, or that has that id; null where nobody knows it. */
export function commitAt(repository: FakeRepository, ref: string): Commit | null {
  const { git } = repository;
  if (git) {
    const id = tipOfGit(git, ref);
    return id === null ? null : commitFromGit(repository, git, readCommit(git, id));
  }
  const found = whereIs(repository, ref);
  return found ? (lineOf(repository, found.branch)[found.place] ?? null) : null;
}

/** Where a commit of the rows stands on a branch. */
function whereIs(
  repository: FakeRepository,
  ref: string,
): { branch: string; place: number } | null {
  const { branches } = repository;
  if (branches.some(({ name }) => name === ref)) return { branch: ref, place: 0 };
  for (const { name } of branches) {
    const place = placeOf(repository, name, ref);
    if (place !== null) return { branch: name, place };
  }
  return null;
}

function lineOf(repository: FakeRepository, branch: string): readonly Commit[] {
  const lines = linesOf(repository);
  const line = lines.get(branch) ?? historyOf(repository, branch).map(fromEntry);
  lines.set(branch, line);
  return line;
}

function fromEntry({ sha, parent, at, author, pull, direct }: HistoryEntry): Commit {
  const { title, body } = direct ?? pull ?? { title: "Initial commit", body: "" };
  return {
    sha,
    parents: parent === null ? [] : [parent],
    at,
    author,
    message: `${title}${pull ? ` (#${pull.number})` : ""}${body ? `\n\n${body}` : ""}`,
    pull,
    files: () => pull?.files ?? (direct?.paths ?? []).map(changedPath),
  };
}

function changedPath(path: string): FakeFile {
  return { path, previousPath: null, status: "changed", additions: 0, deletions: 0, patch: null };
}

/** The commit of a branch's name, or of an id that a branch or a pull request has; null where there is none. */
export function shaOf(repository: FakeRepository, ref: string): string | null {
  return commitAt(repository, ref)?.sha ?? (headsOf(repository).has(ref) ? ref : null);
}

/** What the base branch was at when a pull request was opened. */
export function baseShaOf(repository: FakeRepository, pull: FakePullRequest): string {
  const commits = commitsFrom(repository, pull.baseRef) ?? [];
  let [low, high] = [0, commits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commits[middle]?.at ?? "") > pull.createdAt) low = middle + 1;
    else high = middle;
  }
  return (commits[low] ?? commits.at(-1))?.sha ?? pull.headSha;
}
