import type { Merged, MergeKind } from "../git/merge-onto.ts";
import type { FakePullRequest } from "../store.ts";
import type { FileChange } from "./file-change.ts";
import { mergeHead, openHead, pushHead, tipOfBranch } from "./heads.ts";
import { type NewIssue, newIssue } from "./issue.ts";
import { nextId } from "./next-id.ts";
import { type Ground, type Place, pullOrThrow } from "./place.ts";
import { raise } from "./raise.ts";

export type NewPull = NewIssue & {
  /** Absent is a name of its own. */
  headRef?: string;
  baseRef?: string;
  draft?: boolean;
  /** None where the head's branch is there and is taken as it stands. */
  changes?: readonly FileChange[];
};

export function openPull(ground: Ground, input: NewPull): FakePullRequest {
  const { store, repository } = ground;
  const issue = newIssue(ground, input);
  const { number, author, title } = issue;
  const { changes = [], baseRef = repository.defaultBranch } = input;
  const headRef = input.headRef ?? `change-${number}`;
  const opening = { number, headRef, baseRef, author, message: title, changes };
  const pull: FakePullRequest = {
    ...issue,
    pullId: nextId(store, "pull"),
    draft: input.draft ?? false,
    mergedAt: null,
    mergedBy: null,
    mergeSha: null,
    baseRef,
    headRef,
    headForkDeleted: false,
    ...openHead(ground, opening),
  };
  repository.pulls.push(pull);
  raise(ground, { kind: "subject", action: "opened", row: pull, sender: author });
  return pull;
}

/** Pushes one more commit to the head: its id is new, and what was said of the one before is stale. */
export function pushToPull(
  place: Place,
  { changes, author }: { changes: readonly FileChange[]; author?: string },
): string {
  const { store, repository, number } = place;
  const pull = pullOrThrow(place);
  const sender = author ?? pull.author;
  const before = pull.headSha;
  const after = pushHead(place, { author: sender, message: pull.title, changes });
  pull.updatedAt = store.clock.now();
  for (const row of repository.reviews) {
    if (row.number === number && row.state !== "REQUEST_REVIEW") row.stale = true;
  }
  const paths = changes.map(({ path }) => path);
  const told = { before, after, title: pull.title, paths, sender };
  raise(
    place,
    { kind: "push", branch: pull.headRef, ...told },
    { kind: "subject", action: "synchronized", row: pull, sender },
  );
  return after;
}

/** Merges it, and closes it by that; throws where it conflicts with its base. */
export function merge(place: Place, by: string, kind: MergeKind = "squash"): void {
  const merged = tryMerge(place, { by, kind });
  if ("sha" in merged) return;
  const { repository, number } = place;
  throw new Error(`${repository.name}#${number} conflicts with its base in ${merged.conflict}.`);
}

/** The same where a conflict is an answer, after which nothing was changed. */
export function tryMerge(place: Place, { by, kind }: { by: string; kind: MergeKind }): Merged {
  const { repository, store } = place;
  const pull = pullOrThrow(place);
  const before = tipOfBranch(repository, pull.baseRef);
  const merged = mergeHead(place, { by, kind });
  if ("conflict" in merged) return merged;
  const now = store.clock.now();
  Object.assign(pull, {
    state: "closed",
    closedAt: now,
    updatedAt: now,
    mergedAt: now,
    mergedBy: by,
  });
  const paths = pull.files.map(({ path }) => path);
  const told = { before, after: merged.sha, title: pull.title, paths, sender: by };
  raise(
    place,
    { kind: "push", branch: pull.baseRef, ...told },
    { kind: "subject", action: "closed", row: pull, sender: by },
  );
  return merged;
}
