import { z } from "zod";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { TrialResult } from "#/lib/coverage/policy/trial.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { Charter } from "./charter.ts";
import { ProgramView } from "./program.ts";
import { StepView } from "./step.ts";
import { TallyView } from "./tally.ts";

export const PolicyVersionView = z.object({
  version: z.int(),
  name: z.string(),
  rung: PolicyRules.shape.rung,
  at: z.iso.datetime(),
  /** Null where nobody wrote it down. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** What it changed of the version before, in words. */
  changes: z.array(z.string()),
  /** What was displayed under it last, at its own rung; null where nothing was judged by it. */
  displayed: z
    .object({ at: z.iso.datetime(), fixes: TallyView, issues: TallyView, hasTest: TallyView })
    .nullable(),
});
export type PolicyVersionView = z.infer<typeof PolicyVersionView>;

/** A program's rules and what it promised. */
export const PolicyView = z.object({
  program: ProgramView,
  charter: Charter.nullable(),
  version: z.int(),
  rules: PolicyRules,
  /** The rules in plain sentences, a list for each subject. */
  chapters: z.array(z.object({ about: z.string(), sentences: z.array(z.string()) })),
  /** Newest first. */
  versions: z.array(PolicyVersionView),
  presets: z.array(PolicyRules),
  /** Aliases of the repositories in scope. */
  repos: z.array(z.string()),
});
export type PolicyView = z.infer<typeof PolicyView>;

/** Rules that were tried; nothing of it counts. */
export const TrialView = z.object({
  id: z.int(),
  state: z.enum(["waiting", "done", "failed"]),
  by: z.string(),
  at: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** The version that was in force when it was asked for. */
  baseVersion: z.int(),
  rules: PolicyRules,
  /** What the rules change of that version, in words. */
  changes: z.array(z.string()),
  result: TrialResult.nullable(),
  error: z.string().nullable(),
});
export type TrialView = z.infer<typeof TrialView>;

// Checked where it is used, by rules that say what is wrong where.
const rules = z.unknown();

export const TryPolicyInput = z.object({ rules });

export const ApplyPolicyInput = z.object({
  rules,
  baseVersion: z.int("give the version that the rules were made from").positive(),
  reason: z.string().trim().min(3, "give the reason in a few words").max(2000),
});

const PASTED_MAX = 1_000_000;
const FILES_MAX = 3000;

const PastedFile = z.strictObject({
  path: z.string().min(1, "is empty").max(1000),
  status: z.enum(FILE_STATUSES),
  /** Its hunks, from the first `@@` on. */
  patch: z.string().max(PASTED_MAX).optional(),
});

/** A pull request that was read, or one that is pasted, and the rules to look at it with. */
export const BenchInput = z.object({
  /** Absent for those in force. */
  rules: rules.optional(),
  /** Alias of a repository: of the pull request, or the one whose gates a pasted one is held against. */
  repo: z.string().trim().min(1).optional(),
  number: z.int().positive().optional(),
  pasted: z
    .strictObject({
      title: z.string().trim().min(1, "give the title").max(1000),
      labels: z.array(z.string().max(200)).max(100).default([]),
      branch: z.string().trim().min(1).max(300).nullable().default(null),
      files: z.array(PastedFile).max(FILES_MAX).optional(),
      /** What `git diff` prints. */
      diff: z.string().max(PASTED_MAX, "paste a megabyte at most").optional(),
    })
    .optional(),
});
export type BenchInput = z.infer<typeof BenchInput>;

/** What a pull request counts as under some rules, and every rule that says so. */
export const BenchView = z.object({
  title: z.string(),
  counts: z.enum(["fix", "excluded", "unclassified"]),
  kind: z.enum(FIX_KINDS),
  rung: z.enum(RUNGS),
  missed: z.enum(RUNGS).nullable(),
  /** The policy's rung, and what is concluded at it; null of what is no fix. */
  asked: PolicyRules.shape.rung,
  verdict: z.enum(VERDICTS).nullable(),
  /** By the founding audit's rule; null where the files are unknown. */
  hasTest: z.boolean().nullable(),
  steps: z.array(StepView),
  /** What was not asked, so that it may be judged otherwise in its place. */
  limits: z.array(z.string()),
});
export type BenchView = z.infer<typeof BenchView>;
