import { gateRef } from "../gate/gate.ts";
import type { Measure } from "../measure.ts";
import type { HeldBack, Obstacle } from "../rung/held-back.ts";
import type { Gap, Place, Placed } from "./gap.ts";
import { asksFor, furtherNeeds, isNotRequired } from "./needs.ts";
import type { Piece, PieceKind } from "./piece.ts";
import { keyOfGate, shortName } from "./say-piece.ts";

const KIND_OF = {
  masked: "unmask",
  filtered: "unfilter",
  not_on_pull_requests: "trigger",
} as const satisfies Record<Obstacle, PieceKind>;

const TITLE_OF: Readonly<Record<Obstacle, (gate: string) => string>> = {
  masked: (gate) => `Let a failing test fail ${gate}`,
  filtered: (gate) => `Let the files of fixes start ${gate}`,
  not_on_pull_requests: (gate) => `Run ${gate} on pull requests`,
};

type Facts = {
  readonly measure: Measure;
  readonly gaps: readonly Gap[];
  readonly places: readonly Place[];
};

/** For each gate that runs the tests of gaps and does not hold them, the gaps that reach `gated` once the one thing that is wrong with it is mended; where two are wrong, neither closes a gap by itself. Where the measure asks for `blocking`, a gate that did not run before the merge, or is not required, closes none. */
export function mendings({ measure, gaps, places }: Facts): readonly Piece[] {
  if (!asksFor(measure, "gated")) return [];
  const gapsOf = Map.groupBy(gaps.filter(isHeldBack), ({ repositoryId }) => repositoryId);
  return places.flatMap((place) => {
    const heldBack = byGate(gapsOf.get(place.id) ?? []);
    return place.gates.flatMap((gate) => {
      const ref = gateRef(gate);
      const rows = heldBack.get(ref) ?? [];
      if (asksFor(measure, "blocking") && isNotRequired(place, ref)) return [];
      const counting = rows.filter(({ gap, row }) => reaches(measure, gap, row));
      const byObstacle = Map.groupBy(counting, ({ row }) => row.by);
      return [...byObstacle].map(([by, each]) => mending({ place, gate }, by, each, measure));
    });
  });
}

const isHeldBack = ({ standing, heldBack = [] }: Gap): boolean =>
  standing.rung === "tested" && standing.missed === "gated" && heldBack.length > 0;

type Held = { readonly gap: Gap; readonly row: HeldBack };

/** By gate, the gaps that one thing alone keeps from it. */
function byGate(gaps: readonly Gap[]): ReadonlyMap<string, readonly Held[]> {
  const rows = gaps.flatMap((gap) => {
    const own = Map.groupBy(gap.heldBack ?? [], ({ gate }) => gate);
    return [...own.values()].flatMap(([row, ...others]): readonly Held[] =>
      row && others.length === 0 ? [{ gap, row }] : [],
    );
  });
  return Map.groupBy(rows, ({ row }) => row.gate);
}

/** Whether nothing above `gated` is certainly missed: a job that did not run before the merge did not hold it up. */
function reaches(measure: Measure, { mergedWithout = [] }: Gap, { by, gate }: HeldBack): boolean {
  if (!asksFor(measure, "blocking")) return true;
  return by === "masked" && !mergedWithout.includes(gate);
}

function mending(
  { place, gate }: Placed,
  by: Obstacle,
  held: readonly Held[],
  measure: Measure,
): Piece {
  const ref = gateRef(gate);
  const kind = KIND_OF[by];
  const required = place.required.known ? "no" : "unknown";
  const tests =
    held.length === 1
      ? "the test of 1 gap and does not hold it"
      : `the tests of ${held.length} gaps and does not hold them`;
  const [first] = held.map(({ row }) => row.why).toSorted();
  return {
    key: keyOfGate(kind, place.alias, gate),
    kind,
    title: TITLE_OF[by](shortName(gate)),
    why: `It runs ${tests}. ${first ?? ""}${furtherNeeds(measure, { runs: true, required })}`,
    repository: place.alias,
    gate: ref,
    cluster: null,
    signOff: null,
    closes: [...new Set(held.map(({ gap }) => gap.naturalKey))].toSorted(),
  };
}
