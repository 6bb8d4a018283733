import type { FakePullRequest } from "../store.ts";
import { type Merged, type MergeKind, mergeOnto } from "./merge-onto.ts";
import { moveBranch } from "./move-branch.ts";
import { type GitPlace, gitOf, headRefOf, pullOrThrow, tipOrThrow } from "./place.ts";

export type MergePull = {
  readonly number: number;
  readonly kind: MergeKind;
  readonly by: string;
  readonly message?: string;
  /** The store's clock where it is not given. */
  readonly at?: string;
};

/** Puts a pull request's head onto its base branch and notes the commit in its row. On a conflict nothing is changed. */
export function mergePull({ store, repository }: GitPlace, input: MergePull): Merged {
  const git = gitOf(repository);
  const { number, kind, by, at = store.clock.now() } = input;
  const pull = pullOrThrow(repository, number);
  const merged = mergeOnto(git, {
    kind,
    base: tipOrThrow(git, `refs/heads/${pull.baseRef}`),
    head: tipOrThrow(git, headRefOf(number)),
    message: input.message ?? messageOf(pull, kind),
    author: kind === "merge" ? by : pull.author,
    committer: by,
    at,
  });
  if ("conflict" in merged) return merged;
  moveBranch(repository, pull.baseRef, merged.sha);
  pull.mergeSha = merged.sha;
  return merged;
}

type Named = Pick<FakePullRequest, "number" | "title" | "body" | "headRef" | "baseRef">;

/** What the forge writes where nobody writes anything else. */
export function messageOf(
  { number, title, body, headRef, baseRef }: Named,
  kind: MergeKind,
): string {
  const subject =
    kind === "merge"
      ? `Merge pull request '${title}' (#${number}) from ${headRef} into ${baseRef}`
      : `${title} (#${number})`;
  return `${subject}\n\n${body}`;
}
