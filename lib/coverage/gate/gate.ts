import type { FileCondition } from "./changed-files/file-filter.ts";
import type { CheckName } from "./context/check-name.ts";
import type { Finding } from "./finding.ts";
import type { Aggregated } from "./mask/aggregator/read-aggregators.ts";
import type { Trigger } from "./trigger/trigger.ts";

export const GATE_KINDS = [
  "unit",
  "integration",
  "e2e",
  "smoke",
  "lint",
  "build",
  "other",
] as const;

export type GateKind = (typeof GATE_KINDS)[number];

/** A line of a file of the repository, counted from 1. */
export type Place = { readonly path: string; readonly line: number };

/** Some tests that a step runs, found by following its commands through the files of the branch. */
export type Selection = {
  /** For people: a file, a directory ending in `/`, or a glob. */
  readonly pattern: string;
  /** Whether it certainly runs this file. */
  readonly matches: (path: string) => boolean;
  /** Why it cannot be told whether it runs this file; null where it can. */
  readonly unclear: (path: string) => string | null;
  /** Line of the step in its file, counted from 1. */
  readonly line: number;
  /** The lines that lead to it from the step on; empty where the step names the tests itself. */
  readonly via: readonly Place[];
  /** Why a failing test of it cannot fail the step, on the way or in the step itself; null when it can. */
  readonly maskReason: string | null;
};

/** One step of a job that runs a script. */
export type GateRun = {
  readonly text: string;
  /** Line of the step in its file, counted from 1. */
  readonly line: number;
  /** Relative to the root of the repository, "" for the root itself. */
  readonly workingDirectory: string;
  /** Why a failing test of this step cannot fail the job; null when it can. */
  readonly maskReason: string | null;
  /** What it runs and what it only lints, by the files of the branch; absent where those were not given. */
  readonly selections?: readonly Selection[];
  readonly lints?: readonly Selection[];
};

/** An automated check that could catch a recurrence: one job of one workflow file. */
export type Gate = {
  /** Path of the workflow file. */
  readonly workflow: string;
  readonly workflowName: string | null;
  /** The job's id in the file. */
  readonly job: string;
  /** What the forge shows: the job's name, else its id. */
  readonly name: string;
  readonly kind: GateKind;
  readonly triggers: readonly string[];
  /** Filters of the pull request trigger, or of the push trigger where there is no other; empty means all. */
  readonly branches: readonly string[];
  readonly paths: readonly string[];
  readonly pathsIgnore: readonly string[];
  readonly runsOnPullRequest: boolean;
  readonly masked: boolean;
  readonly maskReason: string | null;
  readonly line: number;
  readonly runs: readonly GateRun[];
  /** Files, directories and globs that its test commands name. */
  readonly testPaths: readonly string[];
  readonly findings: readonly Finding[];
  /** The file in which its steps stand: of a called workflow that file, else `workflow`. */
  readonly file: string;
  /** What starts its workflow, every filter with its line. */
  readonly starts: readonly Trigger[];
  /** Its `if` as written; null where it has none. */
  readonly condition: string | null;
  /** The conditions among these and those of the jobs before it that hang on the changed files; absent where none was looked for. */
  readonly fileConditions?: readonly FileCondition[];
  /** The jobs of its file that it waits for. */
  readonly needs: readonly string[];
  /** Whether a failure of it counts as success to the jobs that need it: `continue-on-error` of the job. */
  readonly failureTolerated: boolean;
  /** The workflow that it calls, as written after `uses`; null for a job with steps. */
  readonly calls: string | null;
  readonly checkName: CheckName;
  /** What it makes of the jobs before it when it only passes on how they ended; null for any other job. */
  readonly aggregates: readonly Aggregated[] | null;
};

/** The name of a gate in evidence, `workflow:job`. */
export const gateRef = (gate: Pick<Gate, "workflow" | "job">): string =>
  `${gate.workflow}:${gate.job}`;
