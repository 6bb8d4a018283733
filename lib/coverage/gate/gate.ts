import type { Finding } from "./finding.ts";

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

/** One step of a job that runs a script. */
export type GateRun = {
  readonly text: string;
  /** Line of the step in its file, counted from 1. */
  readonly line: number;
  /** Relative to the root of the repository, "" for the root itself. */
  readonly workingDirectory: string;
  /** Why a failing test of this step cannot fail the job; null when it can. */
  readonly maskReason: string | null;
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
};

/** The name of a gate in evidence, `workflow:job`. */
export const gateRef = (gate: Pick<Gate, "workflow" | "job">): string =>
  `${gate.workflow}:${gate.job}`;
