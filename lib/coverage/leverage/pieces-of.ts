import type { Measure } from "../measure.ts";
import type { TestKind } from "../policy.ts";
import { extensions } from "./extensions.ts";
import type { Gap, Place } from "./gap.ts";
import { mendings } from "./mendings.ts";
import { type ClusterOfGaps, newGates } from "./new-gates.ts";
import type { Piece } from "./piece.ts";
import { requirements } from "./requirements.ts";

type Facts = {
  readonly measure: Measure;
  /** The gaps of one population at the measure. */
  readonly gaps: readonly Gap[];
  readonly clusters: readonly ClusterOfGaps[];
  readonly places: readonly Place[];
  readonly acceptedKinds: readonly TestKind[];
};

/** The pieces of work that would close gaps at a measure, by key, each with all gaps that it would close by itself; one that closes none is left out. What is not known of a gate never adds a gap to it. */
export function piecesOf(facts: Facts): readonly Piece[] {
  const isGap = new Set(facts.gaps.map(({ naturalKey }) => naturalKey));
  const clusters = facts.clusters.map((cluster) => ({
    ...cluster,
    gaps: cluster.gaps.filter((key) => isGap.has(key)),
  }));
  const pieces = [
    ...newGates(clusters, facts.measure),
    ...requirements(facts),
    ...mendings(facts),
    ...extensions(facts),
  ];
  return pieces.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
