import type { CountsAs, MergedView } from "#/lib/contract/merged.ts";

/** How each tab of the list is called, and what stands in it. */
export const COUNTS_TEXTS: Record<CountsAs, { readonly tab: string; readonly means: string }> = {
  fix: {
    tab: "Fixes",
    means: "In scope, and judged at every rung.",
  },
  excluded: {
    tab: "Excluded",
    means: "Not in scope: no fix, a copy of one, or merged to another branch.",
  },
  unclassified: {
    tab: "Unclassified",
    means: "In scope as unknown: a fact that decides whether they are fixes could not be read.",
  },
  direct: {
    tab: "Without a pull request",
    means:
      "Commits that look like fixes and that no pull request brought: nothing was reviewed or gated before the merge, so they are in no figure.",
  },
};

/** "21 excluded of 73 merged pull requests". */
export function sayMergedCount(counts: MergedView["counts"], shown: CountsAs): string {
  const { fix, excluded, unclassified, direct } = counts;
  const number = (n: number) => n.toLocaleString("en-GB");
  if (shown === "direct") {
    if (direct === null) return "Commits without a pull request are not known";
    return `${number(direct)} ${direct === 1 ? "commit" : "commits"} without a pull request`;
  }
  const all = fix + excluded + unclassified;
  const what = shown === "fix" ? (fix === 1 ? "fix" : "fixes") : shown;
  return `${number(counts[shown])} ${what} of ${number(all)} merged pull ${all === 1 ? "request" : "requests"}`;
}
