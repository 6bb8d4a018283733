import type { MergedIndex } from "./index-merged.ts";
import type { MergedFacts } from "./merged-facts.ts";
import { readCopy } from "./read-copy.ts";
import { bareTitle } from "./read-revert.ts";

type Search = {
  readonly merged: MergedFacts;
  readonly at: number;
  readonly index: MergedIndex;
  /** What was taken back until then. */
  readonly revertedBy: ReadonlyMap<number, number>;
};

/** The earlier pull request that this one is a cherry-pick or backport of: because it says so, because of a `-x` trailer, because it carries the other's title and number, or because its patch is the same; null when nothing shows it. */
export function findOriginal({ merged, at, index, revertedBy }: Search): MergedFacts | null {
  const { said, behind, shas } = readCopy(merged.title, merged.body);
  const named = [
    ...said.map((number) => index.byNumber(number, at)),
    ...shas.map((sha) => index.bySha(sha, at)),
    ...behind
      .map((number) => index.byNumber(number, at))
      .filter((each) => each && bareTitle(each.title) === bareTitle(merged.title)),
  ].find((each) => each && each.number !== merged.number);
  if (named) return named;
  const twin = index.ofSamePatch(merged, at);
  // The same lines once more on the branch that has them are lines of another place.
  const isAgain = twin !== null && twin.baseRef === merged.baseRef && !revertedBy.has(twin.number);
  return isAgain && merged.baseRef ? null : twin;
}
