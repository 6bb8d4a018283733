import { readCommit } from "../git/read-commit.ts";
import { tipOf as tipOfGit } from "../git/tip-of.ts";
import type { FakeProtection, FakeRepository } from "../store.ts";
import { entryOf } from "./git-history.ts";
import { historyOf } from "./history.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { remembered } from "./remember.ts";

const HEADS = "refs/heads/";
const tips = remembered(() => new Map<string, HistoryEntry | null>());

/** The newest commit of a branch; null where there is no such branch. */
export function tipOf(repository: FakeRepository, branch: string): HistoryEntry | null {
  const known = tips(repository);
  const tip = known.get(branch);
  if (tip !== undefined) return tip;
  const read = readTip(repository, branch);
  known.set(branch, read);
  return read;
}

// The line of a branch is only read where it is asked for: there may be thousands of branches.
function readTip(repository: FakeRepository, branch: string): HistoryEntry | null {
  const { git } = repository;
  if (!git) return historyOf(repository, branch)[0] ?? null;
  const id = tipOfGit(git, `${HEADS}${branch}`);
  return id === null ? null : entryOf(repository, readCommit(git, id));
}

type Branch = { name: string; protection: FakeProtection | null };

/** All branches: those of the rows, and the heads of pull requests that git has beside them. */
export function branchesOf({ branches, git }: FakeRepository): Branch[] {
  const rows = new Set(branches.map(({ name }) => name));
  const heads = [...(git?.refs.keys() ?? [])]
    .filter((name) => name.startsWith(HEADS) && !rows.has(name.slice(HEADS.length)))
    .map((name) => ({ name: name.slice(HEADS.length), protection: null }));
  return [...branches, ...heads];
}
