import { z } from "zod";
import { LOSS_CAUSES } from "#/lib/coverage/gate/decay/loss-causes.ts";
import { RESOLUTIONS } from "#/lib/coverage/judge-issue.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { GapRow } from "./gaps.ts";
import { LinkEnd, LinkEndView, LinkView, RejectedLinks } from "./links.ts";
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

/** A gate that held the item up and no longer did. */
export const DecayView = z.object({
  cause: z.enum(LOSS_CAUSES),
  why: z.string(),
  /** `workflow:job`, and what people call it. */
  gate: z.string(),
  name: z.string(),
  /** Null where the catalogue has it no longer. */
  gateId: z.int().nullable(),
  workflow: z.string(),
  line: z.int().nullable(),
  url: z.string().nullable(),
  /** The rung that the item fell from. */
  rung: z.enum(RUNGS),
  seenAt: z.iso.datetime(),
  /** When the item was first seen to stand there again; null while it does not. */
  mendedAt: z.iso.datetime().nullable(),
});
export type DecayView = z.infer<typeof DecayView>;

/** A gate of the program that may hold an item, and why it is offered. */
export const CandidateGate = z.object({
  id: z.int(),
  repositoryId: z.int(),
  alias: z.string(),
  /** `workflow:job`. */
  gate: z.string(),
  name: z.string(),
  kind: z.string(),
  masked: z.boolean(),
  runsOnPullRequest: z.boolean(),
  /** Items that it holds up now. */
  holds: z.int(),
  why: z.string(),
});
export type CandidateGate = z.infer<typeof CandidateGate>;

/** What was said of a gap when it was written down. */
export const DeclarationView = z.object({
  /** The number of the declaration. */
  id: z.int(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  /** Pull requests that are said to close it, with what their forge says; null where none was read. */
  closedBy: z.array(LinkEndView.extend({ state: z.enum(["open", "closed", "merged"]).nullable() })),
});
export type DeclarationView = z.infer<typeof DeclarationView>;

export const ItemView = z.object({
  program: ProgramView,
  row: GapRow,
  /** What a link to it leads to: its pull request or issue, or the gap itself where nothing on a forge stands behind it. */
  end: LinkEnd,
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
  /** A pull request's number, or the id of a commit that none brought. */
  revertedBy: z.union([z.int(), z.string()]).nullable(),
  fixKind: z.string().nullable(),
  /** Null for a fix, and for an issue while a fact that decides it is missing. */
  resolution: z.enum(RESOLUTIONS).nullable(),
  missed: z.enum(RUNGS).nullable(),
  unknownAbove: z.object({ rung: z.enum(RUNGS), missing: z.string() }).nullable(),
  verdicts: z.array(z.object({ measure: z.enum(MEASURES), verdict: z.enum(VERDICTS) })),
  evidence: z.array(EvidenceView),
  /** Every fall by what became of a gate, the newest first. */
  decays: z.array(DecayView),
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
  /** What leads to it, the strongest first. */
  links: z.array(LinkView),
  /** What was rejected of the links to it. */
  rejected: RejectedLinks,
  /** Of an issue: who repairs it by one of the links, merged to the default branch and not taken back, oldest merge first. */
  patches: z.array(z.object({ label: z.string(), mergedAt: z.iso.datetime() })),
  /** What a person recorded that keeps the defect from harm in operation; it is no gate. */
  guard: z
    .object({ guard: z.string(), reason: z.string(), by: z.string(), at: z.iso.datetime() })
    .nullable(),
  /** Gates that could be extended or linked, the nearest first. */
  candidates: z.array(CandidateGate),
  activity: z.array(
    z.object({ at: z.iso.datetime(), actor: z.string(), actorKind: z.string(), verb: z.string() }),
  ),
  /** Null of what is on a forge. */
  declaration: DeclarationView.nullable(),
  judgedWith: z.object({ policyVersion: z.int(), engineVersion: z.string() }),
});
export type ItemView = z.infer<typeof ItemView>;
