import type { CopyMarks } from "./read-copy.ts";
import type { Revert } from "./read-revert.ts";

/** The number of a pull request, or the id of a commit that no pull request brought. */
export type ChangeId = number | string;

/** What has to be known of a change of a repository to see which others it takes back or copies. */
export type ChangeFacts = {
  readonly id: ChangeId;
  readonly title: string;
  /** What its words say that it takes back or brings back; null when they say nothing of the kind. */
  readonly revert: Revert | null;
  /** The marks of a cherry-pick or backport; null where it bears none. */
  readonly copy: CopyMarks | null;
  /** The branch that it was merged to; null where that is not known. */
  readonly baseRef: string | null;
  /** Id of the commit that brought it; null when the forge did not say. */
  readonly sha: string | null;
  readonly at: Date;
  /** By `digestPatches`; null where its patches are not known. */
  readonly patchDigest: string | null;
  /** Set where it was merged before the window, so that it is nobody's item. */
  readonly isOlder?: true;
};

/** Whether two changes were merged to one branch, as far as their branches are known. */
export const onOneBranch = (one: ChangeFacts, other: ChangeFacts): boolean =>
  !one.baseRef || !other.baseRef || one.baseRef === other.baseRef;

const SHA_SHOWN = 12;

/** A change as a person names it: `#12`, or `commit` with the beginning of its id. */
export const sayChange = (id: ChangeId): string =>
  typeof id === "number" ? `#${id}` : `commit ${id.slice(0, SHA_SHOWN)}`;
