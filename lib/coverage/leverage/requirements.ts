import { type Gate, gateRef } from "../gate/gate.ts";
import type { Measure } from "../measure.ts";
import type { Gap, Place } from "./gap.ts";
import { asksFor, furtherNeeds } from "./needs.ts";
import type { Piece } from "./piece.ts";
import { keyOfGate, shortName } from "./say-piece.ts";

type Facts = {
  readonly measure: Measure;
  readonly gaps: readonly Gap[];
  readonly places: readonly Place[];
};

/** For each gate that was seen to succeed and that the branch does not require, the gaps that miss nothing below: they stand at `executed` by it and miss `blocking`. None at a measure below that, and none where the demands of the branch are not known. */
export function requirements({ measure, gaps, places }: Facts): readonly Piece[] {
  if (!asksFor(measure, "blocking")) return [];
  const holding = gatesThatHold(gaps);
  return places.flatMap((place) => {
    const { required, gates, id } = place;
    if (!required.known) return [];
    return gates.flatMap((gate) => {
      const why = required.value.get(gateRef(gate))?.why ?? null;
      const closes = holding.get(nameIn(id, gateRef(gate)));
      return why === null || !closes ? [] : [requirement({ place, gate, why, closes, measure })];
    });
  });
}

const nameIn = (repositoryId: number, ref: string): string => `${repositoryId} ${ref}`;

/** By gate, the gaps that it alone would bring to `blocking` if it were required. */
function gatesThatHold(gaps: readonly Gap[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holding = new Map<string, Set<string>>();
  for (const { naturalKey, repositoryId, standing, mergedWithout = [] } of gaps) {
    if (standing.rung !== "executed" || standing.missed !== "blocking") continue;
    for (const { rung, gate, repositoryId: place = repositoryId } of standing.evidence) {
      if (rung !== "executed" || gate === null) continue;
      if (place === repositoryId && mergedWithout.includes(gate)) continue;
      const name = nameIn(place, gate);
      holding.set(name, (holding.get(name) ?? new Set()).add(naturalKey));
    }
  }
  return holding;
}

function requirement({
  place,
  gate,
  why,
  closes,
  measure,
}: {
  readonly place: Place;
  readonly gate: Gate;
  readonly why: string;
  readonly closes: ReadonlySet<string>;
  readonly measure: Measure;
}): Piece {
  const ref = gateRef(gate);
  return {
    key: keyOfGate("require", place.alias, gate),
    kind: "require",
    title: `Make ${shortName(gate)} required`,
    why: `It runs and was seen to succeed. ${why}${furtherNeeds(measure, { runs: false, required: "no" })}`,
    repository: place.alias,
    gate: ref,
    cluster: null,
    signOff: null,
    closes: [...closes].toSorted(),
  };
}
