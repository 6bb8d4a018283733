import { z } from "zod";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { FINDING_KINDS } from "#/lib/coverage/gate/finding.ts";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";
import { TEST_KINDS } from "#/lib/coverage/policy.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { GatesDocument } from "./gates-document.ts";

const Count = z.int().nonnegative();
const Percent = z.number().min(0).max(100);

const Measured = z.strictObject({
  measure: z.string(),
  covered: Count,
  /** The judged of the measure's own population; those whose facts are missing are left out. */
  of: Count,
  /** One decimal, half up; null when there is nothing to divide by. */
  percent: Percent.nullable(),
  /** Those of the population whose facts are missing: in no percentage, only in its bounds. Absent in documents that were made before it was told. */
  unknown: Count.optional(),
});

/** What was looked at; null where nothing was cut off. Absent in documents that were made before it was told. */
const Window = z.strictObject({
  since: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
  /** Only the newest so many merged pull requests. */
  limit: z.int().positive().nullable(),
});

const Evidence = z.strictObject({
  rule: z.string(),
  path: z.string(),
  /** `workflow:job`. */
  gate: z.string().nullable(),
  note: z.string(),
});

export const AuditItem = z.strictObject({
  number: z.int().nonnegative(),
  sha: z.string(),
  title: z.string(),
  author: z.string(),
  mergedAt: z.iso.datetime(),
  kind: z.enum(FIX_KINDS),
  /** Null when a missing fact decides. */
  isFix: z.boolean().nullable(),
  why: z.array(z.string()),
  /** The earlier pull request that it is a cherry-pick or backport of; such a copy is excluded. Absent, like the next two, in documents that were made before it was told. */
  copyOf: z.int().nullable().optional(),
  copies: z.array(z.int()).optional(),
  /** What took it back: a pull request's number, or the id of a commit that none brought. */
  revertedBy: z.union([z.int(), z.string()]).nullable().optional(),
  /** The rule `has_test@1`, literally; null when the changed files are not known. */
  hasTest: z.boolean().nullable(),
  testKind: z.enum(["none", ...TEST_KINDS]),
  exercisesFix: z.enum(["yes", "no", "unclear"]),
  rung: z.enum(["none", "tested", "gated"]),
  /** The lowest rung that could not be decided; null when none is open. */
  unknownAbove: z.enum(RUNGS).nullable(),
  /** Null where the pull request is not a fix. */
  verdict: z.enum(["covered", "gap", "unknown"]).nullable(),
  evidence: z.array(Evidence),
  cluster: z.string().nullable(),
});

/** A commit on the branch that looks like a fix and that no pull request brought. */
const DirectFix = z.strictObject({
  sha: z.string(),
  title: z.string(),
  author: z.string(),
  committedAt: z.iso.datetime(),
  why: z.array(z.string()),
});

const Gate = z.strictObject({
  workflow: z.string(),
  /** The job's id in the file. */
  job: z.string(),
  kind: z.enum(GATE_KINDS),
  triggers: z.array(z.string()),
  paths: z.array(z.string()),
  masked: z.boolean(),
  maskReason: z.string().nullable(),
  testPaths: z.array(z.string()),
  runsOnPullRequest: z.boolean(),
  findings: z.array(
    z.strictObject({
      kind: z.enum(FINDING_KINDS),
      line: z.int().positive().nullable(),
      message: z.string(),
    }),
  ),
});

const Cluster = z.strictObject({
  key: z.string(),
  name: z.string(),
  gaps: Count,
  shareOfGaps: Percent,
  repositories: z.array(z.string()),
  why: z.string(),
});

/** What an audit of one clone found: the stable document `gateline.audit/1`. */
export const AuditDocument = z.strictObject({
  schema: z.literal("gateline.audit/1"),
  repository: z.string(),
  head: z.string(),
  asOf: z.iso.datetime(),
  window: Window.optional(),
  /** `name@version`. */
  policy: z.string(),
  /** merged = fixes + excluded + unknown. */
  population: z.strictObject({ merged: Count, fixes: Count, excluded: Count, unknown: Count }),
  /** Excluded because they belong to no pull request; not among the merged. Absent in documents that were made before it was told. */
  withoutPullRequest: z.array(DirectFix).optional(),
  measures: z.array(Measured),
  /** Each fix once, at its highest. */
  rungs: z.strictObject({ none: Count, tested: Count, gated: Count }),
  items: z.array(AuditItem),
  gates: z.array(Gate),
  /** What no gate runs, as in `gateline.gates/1`: the test files by kind and those that are orphans, null with the reason where they are not known. Absent, all three, in documents that were made before it was told. */
  testFiles: GatesDocument.shape.testFiles.optional(),
  unlisted: GatesDocument.shape.unlisted.optional(),
  orphans: GatesDocument.shape.orphans.optional(),
  clusters: z.array(Cluster),
});
export type AuditDocument = z.infer<typeof AuditDocument>;
export type AuditItem = z.infer<typeof AuditItem>;
