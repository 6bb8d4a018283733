import type { Known } from "#/lib/facts/known.ts";
import { heightOf, type Rung } from "./rung/rungs.ts";
import type { Standing } from "./verdict.ts";

export const RESOLUTIONS = ["RESOLVED", "PATCHED_NOT_GATED", "GATE_INSUFFICIENT", "OPEN"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type IssueFacts = {
  /** The forge's own state; it never resolves an issue. */
  readonly state: "open" | "closed";
  readonly hasMergedPatch: Known<boolean>;
  /** Standing of the best gate linked to it; null when certainly none is linked. */
  readonly linked: Known<Standing | null>;
  /** Note on a linked gate that was recorded as insufficient; null when there is none. */
  readonly insufficient: string | null;
  /** The rung that the policy counts as covered. */
  readonly rung: Rung;
};

export type IssueJudgement = {
  readonly standing: Standing;
  /** Null while a fact that decides it is missing. */
  readonly resolution: Resolution | null;
};

/** Where an issue or incident stands and how far it is resolved; one that certainly has no linked gate misses `tested`, links that were not read leave it unknown, and being closed on the forge changes nothing. */
export function judgeIssue(facts: IssueFacts): IssueJudgement {
  return { standing: standingOf(facts), resolution: resolutionOf(facts) };
}

const NONE: Standing = { rung: "none", missed: null, unknownAbove: null, evidence: [] };

function standingOf({ linked, hasMergedPatch }: IssueFacts): Standing {
  if (linked.known && linked.value === null) return { ...NONE, missed: "tested" };
  const evidence = linked.known ? (linked.value?.evidence ?? []) : [];
  if (hasMergedPatch.known && !hasMergedPatch.value) return { ...NONE, missed: "tested", evidence };
  const missing = linked.known ? hasMergedPatch : linked;
  if (!missing.known)
    return { ...NONE, unknownAbove: { rung: "tested", missing: missing.why }, evidence };
  return linked.known && linked.value !== null ? linked.value : NONE;
}

function resolutionOf({
  hasMergedPatch,
  linked,
  insufficient,
  rung,
}: IssueFacts): Resolution | null {
  const best = linked.known ? linked.value : null;
  const reached = best !== null && heightOf(best.rung) >= heightOf(rung);
  if (insufficient !== null && !reached) return "GATE_INSUFFICIENT";
  if (!hasMergedPatch.known) return null;
  if (!hasMergedPatch.value) return "OPEN";
  if (reached) return "RESOLVED";
  return linked.known ? "PATCHED_NOT_GATED" : null;
}
