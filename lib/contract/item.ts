import { z } from "zod";
import { RESOLUTIONS } from "#/lib/coverage/judge-issue.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { GapRow } from "./gaps.ts";
import { FixDecisionView } from "./merged.ts";
import { ProgramView } from "./program.ts";
import { StepView } from "./step.ts";

export const EvidenceView = z.object({
  rule: z.string(),
  rung: z.enum(RUNGS),
  path: z.string(),
  /** Where the evidence can be opened; null when the source has no web pages. */
  url: z.string().nullable(),
  gate: z.string().nullable(),
  gateId: z.int().nullable(),
  note: z.string(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

export const ItemView = z.object({
  program: ProgramView,
  row: GapRow,
  /** The measure that the row's verdict is of: the policy's, else the first that it is judged at. */
  measure: z.enum(MEASURES),
  author: z.string().nullable(),
  body: z.string().nullable(),
  why: z.array(z.string()),
  /** Every rule that fired, in order; empty for what is no change. */
  steps: z.array(StepView),
  /** What a person decided about it being a fix; null when nobody did. */
  decision: FixDecisionView.nullable(),
  copies: z.array(z.int()),
  revertedBy: z.int().nullable(),
  fixKind: z.string().nullable(),
  /** Null for a fix, and for an issue while a fact that decides it is missing. */
  resolution: z.enum(RESOLUTIONS).nullable(),
  missed: z.enum(RUNGS).nullable(),
  unknownAbove: z.object({ rung: z.enum(RUNGS), missing: z.string() }).nullable(),
  verdicts: z.array(z.object({ measure: z.enum(MEASURES), verdict: z.enum(VERDICTS) })),
  evidence: z.array(EvidenceView),
  /** null with a reason when the list of changed files is unknown. */
  files: z
    .array(
      z.object({
        path: z.string(),
        previousPath: z.string().nullable(),
        status: z.string(),
        additions: z.int().nullable(),
        deletions: z.int().nullable(),
      }),
    )
    .nullable(),
  filesWhy: z.string().nullable(),
  activity: z.array(
    z.object({ at: z.iso.datetime(), actor: z.string(), actorKind: z.string(), verb: z.string() }),
  ),
  judgedWith: z.object({ policyVersion: z.int(), engineVersion: z.string() }),
});
export type ItemView = z.infer<typeof ItemView>;
