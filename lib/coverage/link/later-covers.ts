import { type Bringer, type Brought, coverOfIssue } from "./cover-of-issue.ts";
import { type Endpoint, keyOf } from "./endpoint.ts";
import type { Link, Said } from "./link.ts";

export type LaterCovers = {
  /** In the order of their merges. */
  readonly coveredBy: readonly (Brought & { readonly mergedAt: Date | null })[];
  readonly undecided: readonly Said[];
  /** Whether something that could not be read claims to cover it. */
  readonly isUnread: boolean;
};

type Fix = { readonly endpoint: Endpoint; readonly mergedAt: Date };

/** Whose tests are evidence for a fix beside its own: pull requests merged after it that say that they cover it and bring a test, and gates that say so or were mapped to it. Source: PRODUCT's rung `tested`. */
export function laterCovers(
  fix: Fix,
  links: readonly Link[],
  bringerOf: (from: Endpoint) => Bringer | null,
): LaterCovers {
  const { coveredBy, undecided, unread } = coverOfIssue(links, bringerOf);
  const isOther = (by: Endpoint) => keyOf(by) !== keyOf(fix.endpoint);
  const mergedAt = (by: Endpoint) => bringerOf(by)?.mergedAt ?? null;
  const isLater = (by: Endpoint) =>
    by.kind === "gate" || (mergedAt(by)?.getTime() ?? -Infinity) >= fix.mergedAt.getTime();
  const counts = (by: Endpoint) => isOther(by) && isLater(by);
  return {
    coveredBy: coveredBy
      .filter(({ by }) => counts(by))
      .map((each) => ({ ...each, mergedAt: mergedAt(each.by) }))
      .toSorted((one, other) => timeOf(one.mergedAt) - timeOf(other.mergedAt)),
    isUnread: unread.some(({ by, relation }) => relation === "covers" && isOther(by)),
    undecided: undecided.filter(({ from, relation }) => relation === "covers" && counts(from)),
  };
}

const timeOf = (date: Date | null): number => date?.getTime() ?? Number.MAX_SAFE_INTEGER;
