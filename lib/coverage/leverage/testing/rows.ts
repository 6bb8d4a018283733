import fc from "fast-check";
import { known } from "#/lib/facts/known.ts";
import type { Gate } from "../../gate/gate.ts";
import { gatesIn } from "../../gate/testing/gates-in.ts";
import type { HeldBack } from "../../rung/held-back.ts";
import type { Evidence, Standing } from "../../verdict.ts";
import type { Gap, Place } from "../gap.ts";
import { PIECE_KINDS, type Piece } from "../piece.ts";
import type { ItemAt } from "../progress.ts";

export const UNTESTED: Standing = {
  rung: "none",
  missed: "tested",
  unknownAbove: null,
  evidence: [],
};
export const UNGATED: Standing = { ...UNTESTED, rung: "tested", missed: "gated" };

/** A fix that stands at `executed` by these gates and that none of them blocks. */
export const unblockedBy = (...gates: readonly string[]): Standing => ({
  rung: "executed",
  missed: "blocking",
  unknownAbove: null,
  evidence: gates.map(
    (gate): Evidence => ({ rule: "gate-succeeded", rung: "executed", path: "x", gate, note: "" }),
  ),
});

export const gap = (naturalKey: string, more: Partial<Gap> = {}): Gap => ({
  naturalKey,
  repositoryId: 1,
  title: "fix: something",
  paths: [],
  standing: UNTESTED,
  ...more,
});

export const kept = (gate: string, by: HeldBack["by"]): HeldBack => ({ gate, by, why: "Since." });

export const WORKFLOW = ".github/workflows/ci.yml";

/** A repository with the jobs of one workflow file, of which the branch requires none but those that are named. */
export const place = (text: string, required: readonly string[] = []): Place =>
  placeOf(gatesIn(text), required);

export const placeOf = (gates: readonly Gate[], required: readonly string[] = []): Place => ({
  id: 1,
  alias: "core",
  defaultBranch: "main",
  gates,
  required: known(
    new Map(
      gates.map(({ workflow, job }) => [
        `${workflow}:${job}`,
        { why: required.includes(job) ? null : `The default branch does not require ${job}.` },
      ]),
    ),
  ),
});

export const piece = (
  key: string,
  closes: readonly string[],
  more: Partial<Piece> = {},
): Piece => ({
  key,
  kind: "new_gate",
  title: key,
  why: "Since.",
  repository: null,
  gate: null,
  cluster: null,
  signOff: null,
  closes,
  ...more,
});

const keys = Array.from({ length: 12 }, (_, at) => `k${at}`);

/** Items of two repositories with any verdicts. */
export const someItems: fc.Arbitrary<readonly ItemAt[]> = fc.subarray(keys).chain((chosen) =>
  fc.tuple(
    ...chosen.map((naturalKey) =>
      fc.record({
        naturalKey: fc.constant(naturalKey),
        alias: fc.constantFrom("core", "cp"),
        verdict: fc.constantFrom("gap", "gap", "gap", "covered", "waived", "unknown"),
      }),
    ),
  ),
);

/** Pieces of any kind that may close any of those items, and some that there are not. */
export const somePieces: fc.Arbitrary<readonly Piece[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...PIECE_KINDS),
      fc.array(fc.constantFrom(...keys, "gone"), { maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.map(([kind, closes], at) => piece(`${kind}:${at}`, closes, { kind })));

export const someKeys: fc.Arbitrary<readonly string[]> = fc.subarray([...keys, "gone"]);
