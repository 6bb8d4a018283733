import type { Judged } from "./judge-clone.ts";

/** The copies of each pull request that has some, oldest first. */
export function copiesOf(judged: readonly Judged[]): ReadonlyMap<number, readonly number[]> {
  const copies = new Map<number, number[]>();
  for (const { pullRequest, judgement } of judged.toReversed()) {
    const { copyOf } = judgement.lineage;
    if (copyOf !== null) copies.set(copyOf, [...(copies.get(copyOf) ?? []), pullRequest.number]);
  }
  return copies;
}
