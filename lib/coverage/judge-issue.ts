import type { Known } from "#/lib/facts/known.ts";
import { heightOf, type Rung } from "./rung/rungs.ts";
import type { Standing } from "./verdict.ts";

export const RESOLUTIONS = ["RESOLVED", "PATCHED_NOT_GATED", "GATE_INSUFFICIENT", "OPEN"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type IssueFacts = {
  /** The forge's own state; it never resolves an issue. */
  readonly state: "open" | "closed";
  readonly hasMergedPatch: Known<boolean>;
  /** Standing of the best gate linked to it; null when none is linked. */
  readonly linked: Standing | null;
  /** Note on a linked gate that was recorded as insufficient; null when there is none. */
  readonly insufficient: string | null;
  /** The rung that the policy counts as covered. */
  readonly rung: Rung;
};

export type IssueJudgement = { readonly standing: Standing; readonly resolution: Resolution };

/** Where an issue or incident stands and how far it is resolved; an issue without a linked gate misses `tested`, and being closed on the forge changes nothing. */
export function judgeIssue(facts: IssueFacts): IssueJudgement {
  return { standing: standingOf(facts), resolution: resolutionOf(facts) };
}

function standingOf({ linked, hasMergedPatch }: IssueFacts): Standing {
  if (linked === null) return { rung: "none", missed: "tested", unknownAbove: null, evidence: [] };
  if (hasMergedPatch.known && hasMergedPatch.value) return linked;
  return hasMergedPatch.known
    ? { ...linked, rung: "none", missed: "tested", unknownAbove: null }
    : {
        ...linked,
        rung: "none",
        missed: null,
        unknownAbove: { rung: "tested", missing: hasMergedPatch.why },
      };
}

function resolutionOf({ hasMergedPatch, linked, insufficient, rung }: IssueFacts): Resolution {
  const reached = linked !== null && heightOf(linked.rung) >= heightOf(rung);
  if (insufficient !== null && !reached) return "GATE_INSUFFICIENT";
  if (!hasMergedPatch.known || !hasMergedPatch.value) return "OPEN";
  return reached ? "RESOLVED" : "PATCHED_NOT_GATED";
}
