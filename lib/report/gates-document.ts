import { z } from "zod";
import { FINDING_KINDS } from "#/lib/coverage/gate/finding.ts";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";

const Count = z.int().nonnegative();
/** Counted from 1; null where the file gave no place. */
const Line = z.int().positive().nullable();
const Conclusion = z.enum(["passes", "fails", "unknown"]);

const Finding = z.strictObject({ kind: z.enum(FINDING_KINDS), line: Line, message: z.string() });

/** The tests of a job; what is counted or matched against the files at the commit is null where those could not be listed. */
const Tests = z.strictObject({
  /** How many test files it certainly runs, masked or not. */
  certain: Count.nullable(),
  /** How many of which it cannot be told. */
  unclear: Count.nullable(),
  /** What its test commands come down to: files, folders ending in `/`, and globs. */
  patterns: z.array(z.string()),
  /** The test files that it certainly runs. */
  files: z.array(z.string()).nullable(),
});

/** What a job that only passes on how others ended makes of one of them. */
const StandsFor = z.strictObject({
  job: z.string(),
  whenFailed: Conclusion,
  /** Null where the other is never skipped unless another fails. */
  whenSkipped: Conclusion.nullable(),
});

const Gate = z.strictObject({
  workflow: z.string(),
  /** The job's id in the file; behind a job that calls another file `caller / callee`. */
  job: z.string(),
  /** What the forge shows. */
  name: z.string(),
  kind: z.enum(GATE_KINDS),
  triggers: z.array(z.string()),
  /** Filters of the pull request trigger, or of the push trigger where there is no other: `!` leads what is ignored; empty lets all through. */
  branches: z.array(z.string()),
  paths: z.array(z.string()),
  runsOnPullRequest: z.boolean(),
  /** A failing test cannot turn it red. */
  masked: z.boolean(),
  maskReason: z.string().nullable(),
  line: z.int().positive(),
  tests: Tests,
  /** Empty for a job that does something of its own. */
  standsFor: z.array(StandsFor),
  findings: z.array(Finding),
});

const LooseTest = z.strictObject({
  path: z.string(),
  why: z.string(),
  /** The jobs that only lint it, as `workflow:job`. */
  lintedBy: z.array(z.string()),
});

/** The gates of one clone, what is wrong with them and the tests that none of them runs: the stable document `gateline.gates/1`. */
export const GatesDocument = z.strictObject({
  schema: z.literal("gateline.gates/1"),
  repository: z.string(),
  head: z.string(),
  asOf: z.iso.datetime(),
  /** Test files at the commit, each of the kind that its path tells; null where the files could not be listed. */
  testFiles: z.strictObject({ unit: Count, integration: Count, e2e: Count }).nullable(),
  /** Why the files could not be listed; null where they were. */
  unlisted: z.string().nullable(),
  /** One row a job, in the order of the files. */
  gates: z.array(Gate),
  /** Test files that no job runs on any trigger. These three lists are null where the files could not be listed. */
  orphans: z.array(LooseTest).nullable(),
  /** Those that jobs run, but never on pull requests. */
  offPullRequests: z.array(LooseTest).nullable(),
  /** Those of which it cannot be told whether a job runs them. */
  unclear: z.array(LooseTest).nullable(),
  /** What concerns a whole workflow file, whose jobs are then unknown. */
  findings: z.array(Finding.extend({ workflow: z.string() })),
});
export type GatesDocument = z.infer<typeof GatesDocument>;
export type ListedGate = z.infer<typeof Gate>;
export type LooseTest = z.infer<typeof LooseTest>;
