import type { Measure } from "../measure.ts";
import { furtherNeeds } from "./needs.ts";
import type { Piece } from "./piece.ts";
import { sayGaps } from "./say-piece.ts";

/** A cluster at one measure, as far as a gate for it is concerned. */
export type ClusterOfGaps = {
  readonly key: string;
  readonly name: string;
  /** The names of its parts that hold gaps; empty where it has none. */
  readonly parts: readonly string[];
  /** Keys of its gaps. */
  readonly gaps: readonly string[];
  /** Whether a gate for it is a matter of the architecture. */
  readonly architecture: boolean;
  /** Aliases of the repositories in which its gaps are. */
  readonly repositories: readonly string[];
};

/** One new gate for each cluster, which closes all its gaps; a cluster without a gap needs none. */
export const newGates = (clusters: readonly ClusterOfGaps[], measure: Measure): readonly Piece[] =>
  clusters.flatMap((cluster): readonly Piece[] => {
    const closes = [...new Set(cluster.gaps)].toSorted();
    if (closes.length === 0) return [];
    const needs = furtherNeeds(measure, { runs: true, required: "yes" });
    const { key, name, parts, architecture, repositories } = cluster;
    const [alias = null, ...others] = new Set(repositories);
    return [
      {
        key: `new_gate:${key}`,
        kind: "new_gate",
        title: `One new gate for ${parts.length > 0 ? listed(parts) : name}`,
        why: `${sayGaps(closes.length)} of ${name} ${closes.length === 1 ? "is" : "are"} there for one cause.${needs}`,
        repository: others.length === 0 ? alias : null,
        gate: null,
        cluster: key,
        signOff: architecture ? "cto" : null,
        closes,
      },
    ];
  });

const listed = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
