import { type Gate, gateRef } from "../gate/gate.ts";
import { type Nearness, nearnessOf, signsOfGate } from "../gate/rank-candidates.ts";
import { wouldRun } from "../gate/trigger/would-run.ts";
import type { Measure } from "../measure.ts";
import type { TestKind } from "../policy.ts";
import type { Gap, Place, Placed } from "./gap.ts";
import { type GapIndex, indexGaps } from "./index-gaps.ts";
import { asksFor, furtherNeeds, isNotRequired } from "./needs.ts";
import type { Piece } from "./piece.ts";
import { keyOfGate, sayGaps, shortName } from "./say-piece.ts";

type Facts = {
  readonly measure: Measure;
  readonly gaps: readonly Gap[];
  readonly places: readonly Place[];
  readonly acceptedKinds: readonly TestKind[];
};

/** For each gate that holds what it runs, the near gaps of its repository that a test more in it would close: its filters let their files start it. Where the measure asks for `blocking`, one that is certainly not required closes none. */
export function extensions({ measure, gaps, places, acceptedKinds }: Facts): readonly Piece[] {
  const gapsOf = Map.groupBy(gaps, ({ repositoryId }) => repositoryId);
  return places.flatMap((place) => {
    const index = indexGaps(gapsOf.get(place.id) ?? []);
    return place.gates
      .filter((gate) => holdsTests(gate, acceptedKinds))
      .filter((gate) => !(asksFor(measure, "blocking") && isNotRequired(place, gateRef(gate))))
      .flatMap((gate) => extension({ place, gate }, index, measure));
  });
}

function holdsTests(gate: Gate, accepted: readonly TestKind[]): boolean {
  // A policy that accepts end-to-end tests accepts smoke tests: PRODUCT, words.
  const kind = gate.kind === "smoke" ? "e2e" : gate.kind;
  return gate.runsOnPullRequest && !gate.masked && accepted.some((each) => each === kind);
}

function extension({ place, gate }: Placed, index: GapIndex, measure: Measure): readonly Piece[] {
  const signs = signsOfGate(gate);
  const isStarted = starter({ place, gate });
  const near = index.sharing(signs).flatMap(({ gap, signs: own }) => {
    const nearness = nearnessOf(own, signs);
    return nearness !== null && isStarted(gap) ? [{ gap, nearness }] : [];
  });
  if (near.length === 0) return [];
  const ref = gateRef(gate);
  const required = place.required.known ? "no" : "unknown";
  return [
    {
      key: keyOfGate("extend", place.alias, gate),
      kind: "extend",
      title: `Extend ${shortName(gate)}`,
      why: `${whyNear(near)}${furtherNeeds(measure, { runs: true, required })}`,
      repository: place.alias,
      gate: ref,
      cluster: null,
      signOff: null,
      closes: near.map(({ gap }) => gap.naturalKey).toSorted(),
    },
  ];
}

/** Whether a change of a gap's files may start a gate; of files that are not known, one with a filter counts as not started. */
function starter({ place, gate }: Placed): (gap: Gap) => boolean {
  const change = { branch: place.defaultBranch, event: null };
  const mayStart = (files: readonly string[]) => wouldRun(gate, files, change).answer !== "no";
  const asksFiles =
    gate.condition !== null ||
    gate.needs.length > 0 ||
    gate.starts.some(({ paths, pathsIgnore }) => paths.length + pathsIgnore.length > 0);
  if (asksFiles) return ({ paths }) => mayStart(paths ?? []);
  // A program may have a million pairs, and most gates ask for no file.
  const always = mayStart([]);
  return () => always;
}

function whyNear(near: readonly { readonly nearness: Nearness }[]): string {
  const beside = near.filter(({ nearness }) => nearness.folder !== null);
  const speaking = near.length - beside.length;
  return [
    "It runs on pull requests and can fail.",
    ...(beside.length > 0 ? [`Its tests lie beside the files of ${sayGaps(beside.length)}.`] : []),
    ...(speaking > 0 ? [`Its name or its tests speak of what ${sayGaps(speaking)} repaired.`] : []),
  ].join(" ");
}
