import type { FakeGit } from "../git/fake-git.ts";
import { firstParents } from "../git/first-parents.ts";
import { type GitCommit, readCommit } from "../git/read-commit.ts";
import { tipOf } from "../git/tip-of.ts";
import type { FakeRepository } from "../store.ts";
import type { History, HistoryEntry } from "./history-entry.ts";
import { remembered } from "./remember.ts";

const merges = remembered(({ pulls }) => new Map(pulls.map((pull) => [pull.mergeSha, pull])));
const pushes = remembered(
  ({ directCommits }) => new Map(directCommits.map((row) => [row.sha, row])),
);

// What stands in git never changes, so a line is read only down to where it was read before.
const lines = new WeakMap<FakeGit, Map<string, readonly GitCommit[]>>();

/** The line of first parents of a branch, each commit with what brought it; empty where there is no such branch. */
export function readGitHistory(
  repository: FakeRepository,
  { git, branch }: { git: FakeGit; branch: string },
): History {
  const of = lines.get(git) ?? new Map<string, readonly GitCommit[]>();
  lines.set(git, of);
  const line = readLine(git, tipOf(git, `refs/heads/${branch}`), of.get(branch) ?? []);
  of.set(branch, line);
  const entries = line.map((commit) => entryOf(repository, commit));
  return { entries, places: new Map(entries.map(({ sha }, place) => [sha, place])) };
}

function readLine(
  git: FakeGit,
  tip: string | null,
  before: readonly GitCommit[],
): readonly GitCommit[] {
  if (tip === null || tip === before[0]?.id) return tip === null ? [] : before;
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const fresh: GitCommit[] = [];
  for (const commit of firstParents(git, tip)) {
    const place = places.get(commit.id);
    if (place !== undefined) return [...fresh, ...before.slice(place)];
    fresh.push(commit);
  }
  return fresh;
}

/** A commit of git as the answers see it. */
export function entryOf(repository: FakeRepository, commit: GitCommit): HistoryEntry {
  const { id: sha, parents, at, author, message } = commit;
  return {
    sha,
    parent: parents[0] ?? null,
    at,
    author,
    pull: merges(repository).get(sha) ?? null,
    direct: pushes(repository).get(sha) ?? null,
    git: { message, parents },
  };
}

/** Every commit that one leads to, not only along first parents, newest first. */
export function walkGit(
  repository: FakeRepository,
  { git, tip }: { git: FakeGit; tip: string },
): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  const waiting = [readCommit(git, tip)];
  const met = new Set([tip]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    entries.push(entryOf(repository, next));
    for (const id of next.parents) {
      if (met.has(id)) continue;
      met.add(id);
      const parent = readCommit(git, id);
      const place = waiting.findIndex(({ at }) => at < parent.at);
      waiting.splice(place < 0 ? waiting.length : place, 0, parent);
    }
  }
  return entries;
}
