import { compareText } from "../link/endpoint.ts";
import { heightOf, type Rung } from "../rung/rungs.ts";
import type { VerdictKind } from "../verdict.ts";
import type { ClusterItem, ClusterPart } from "./cluster-by-rules.ts";
import { fixedAgain, type Repeated } from "./fixed-again.ts";
import type { Group } from "./group.ts";

/** What one measure says of an item. */
export type AtMeasure = {
  readonly verdict: VerdictKind;
  /** The rung that it misses; null at a measure that is not a rung. */
  readonly missed: Rung | null;
};

export type CutPart = ClusterPart & { readonly gaps: number };

/** A group at one measure. */
export type CutCluster = {
  /** Of its group; behind `--` the rung that its gaps miss, where that is above `tested`. */
  readonly key: string;
  /** Of its group, and what its gaps lack where another division of it may lack something else. */
  readonly name: string;
  readonly group: Group;
  /** The rung that all its gaps miss; null where the measure is none or the group holds whatever it misses. */
  readonly missed: Rung | null;
  /** Keys of its items that the measure judges, sorted. */
  readonly items: readonly string[];
  readonly gaps: readonly string[];
  /** Without those that have no gap. */
  readonly parts: readonly CutPart[];
  /** Files that three of its gaps without a regression test fixed, the most often first; null where there is none. */
  readonly recurring: readonly Repeated[] | null;
};

const GAPS_MIN = 3;

const LACK: Readonly<Record<Rung, string>> = {
  none: "",
  tested: "",
  gated: ", tested but not gated",
  executed: ", gated but not seen to run",
  blocking: ", run but not required",
  proven: ", required but not proven",
  live: ", proven but not kept healthy",
};

/** The clusters of one measure. What a rule or a person made, named or pinned is one cluster, with or without gaps; what a text or the engine gathered is divided by the rung that its gaps miss, and a division of fewer than three gaps is none. Items without a gap go with the lowest rung that is there. Gaps of clusters and `unclustered` are all gaps, each once. */
export function cutClusters(input: {
  readonly groups: readonly Group[];
  readonly items: readonly ClusterItem[];
  /** Null for an item that does not belong to the measure's population. */
  readonly at: (key: string) => AtMeasure | null;
}): { readonly clusters: readonly CutCluster[]; readonly unclustered: readonly string[] } {
  const { at } = input;
  const items = new Map(input.items.map((item) => [item.key, item]));
  const clusters = input.groups.flatMap((group) => {
    const judged = group.items.filter((key) => at(key) !== null);
    return dividedBy(group, judged, at).map((division) => toCluster(group, division, at, items));
  });
  const placed = new Set(clusters.flatMap(({ gaps }) => gaps));
  const unclustered = input.items
    .map(({ key }) => key)
    .filter((key) => at(key)?.verdict === "gap" && !placed.has(key))
    .toSorted(compareText);
  return { clusters, unclustered };
}

type At = (key: string) => AtMeasure | null;
type Division = {
  readonly key: string;
  readonly missed: Rung | null;
  readonly items: readonly string[];
};

function dividedBy(group: Group, items: readonly string[], at: At): readonly Division[] {
  if (isHeld(group)) return [{ key: group.key, missed: null, items }];
  const byRung = new Map<Rung | null, string[]>();
  const others: string[] = [];
  for (const key of items) {
    const { verdict, missed } = at(key) ?? { verdict: "unknown", missed: null };
    if (verdict !== "gap") others.push(key);
    else {
      const same = byRung.get(missed);
      if (same) same.push(key);
      else byRung.set(missed, [key]);
    }
  }
  const height = (rung: Rung | null) => (rung === null ? -1 : heightOf(rung));
  return [...byRung]
    .filter(([, gaps]) => gaps.length >= GAPS_MIN)
    .toSorted(([one], [other]) => height(one) - height(other))
    .map(([missed, gaps], index) => ({
      key: missed === null || missed === "tested" ? group.key : `${group.key}--${missed}`,
      missed,
      items: index === 0 ? [...gaps, ...others].toSorted(compareText) : gaps,
    }));
}

/** Whether somebody wants to see it whatever becomes of its gaps. */
const isHeld = ({ origin, pinned, words }: Group): boolean =>
  origin === "rule" || origin === "person" || pinned || words.length > 0;

function toCluster(
  group: Group,
  { key, missed, items }: Division,
  at: At,
  known: ReadonlyMap<string, ClusterItem>,
): CutCluster {
  const isGap = (each: string) => at(each)?.verdict === "gap";
  const within = new Set(items);
  const gaps = items.filter(isGap);
  return {
    key,
    name: missed === null ? group.name : `${group.name}${LACK[missed]}`,
    group,
    missed,
    items,
    gaps,
    parts: group.parts
      .map((part) => {
        const own = part.items.filter((each) => within.has(each));
        return { ...part, items: own, gaps: own.filter(isGap).length };
      })
      .filter((part) => part.gaps > 0),
    recurring: fixedAgain(
      gaps.flatMap((each) => (isUntested(at(each)) ? (known.get(each) ?? []) : [])),
    ),
  };
}

/** Whether a gap has no regression test: one that misses a higher rung has, and its files did not come back untested. */
const isUntested = (judged: AtMeasure | null): boolean =>
  judged !== null && (judged.missed === null || judged.missed === "tested");
