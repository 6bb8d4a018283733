import { sha1 } from "../sha1.ts";
import type { FakeRepository } from "../store.ts";
import { compare } from "./compare.ts";
import type { History, HistoryEntry } from "./history-entry.ts";

/** The history of a repository without git: the squash of each merged pull request, and what was pushed, so that they cannot disagree. */
export function readRowHistory(repository: FakeRepository, branch: string): History {
  const brought = [...mergedInto(repository, branch), ...pushedTo(repository, branch)].toSorted(
    (a, b) => compare(a.at, b.at) || (a.pull?.number ?? 0) - (b.pull?.number ?? 0),
  );
  const { id, owner, createdAt } = repository;
  const root = { sha: sha1(`${id} root`), at: createdAt, author: owner, pull: null, direct: null };
  const entries: HistoryEntry[] = [{ ...root, parent: null }];
  for (const entry of brought) entries.push({ ...entry, parent: entries.at(-1)?.sha ?? root.sha });
  entries.reverse();
  return { entries, places: new Map(entries.map(({ sha }, place) => [sha, place])) };
}

type Brought = Omit<HistoryEntry, "parent">;

const mergedInto = ({ id, pulls }: FakeRepository, branch: string): Brought[] =>
  pulls
    .filter((pull) => pull.baseRef === branch && pull.mergedAt !== null)
    .map((pull) => ({
      sha: pull.mergeSha ?? sha1(`${id} ${pull.number}`),
      at: pull.mergedAt ?? "",
      author: pull.author,
      pull,
      direct: null,
    }));

const pushedTo = ({ defaultBranch, directCommits }: FakeRepository, branch: string): Brought[] =>
  branch === defaultBranch
    ? directCommits.map((direct) => {
        const { sha, at, author } = direct;
        return { sha, at, author, pull: null, direct };
      })
    : [];
