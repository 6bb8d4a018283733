import type { MergedPulls } from "../forge.ts";
import type { Commit } from "./list-history.ts";
import { messageOf } from "./to-direct-commit.ts";

/**
 * Whether a commit says by itself that a merged pull request brought it: by its id, by the forge's own
 * word for it, which alone tells the commits of a rebase, or by the message that the forge wrote for it,
 * which a rewritten history keeps.
 */
export function isBrought(
  commit: Commit,
  { shas, numbers }: MergedPulls,
  repositoryId: number,
): boolean {
  if (shas.has(commit.oid)) return true;
  if (pullsNamed(commit, repositoryId).some((number) => numbers.has(number))) return true;
  const message = messageOf(commit);
  const isSingle = commit.parents.nodes.length <= 1;
  return message !== null && numbers.has(message.number) && (message.kind === "merge" || isSingle);
}

/** The merged pull requests of this repository that the forge names for a commit; a fork's commit may belong to one of another repository that has the same number. */
export const pullsNamed = (
  { associatedPullRequests }: Pick<Commit, "associatedPullRequests">,
  repositoryId: number,
): readonly number[] =>
  (associatedPullRequests?.nodes ?? []).flatMap((pull) =>
    pull?.state === "MERGED" && pull.baseRepository?.databaseId === repositoryId
      ? [pull.number]
      : [],
  );
