import type { CheckState } from "./check.ts";

/** One run of one workflow file, as the forge lists it. */
export type WorkflowRunFact = {
  readonly externalId: string;
  /** Its number among the runs of the repository or of the workflow. */
  readonly runNumber: number;
  readonly attempt: number | null;
  /** The file's path or name as the forge tells it; null where it tells none. */
  readonly workflow: string | null;
  readonly title: string;
  /** What started it: push, pull_request, schedule … */
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string | null;
  /** `pending` until it is over. */
  readonly state: CheckState;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Always http or https. */
  readonly url: string | null;
};

export type WorkflowJobFact = {
  readonly externalId: string;
  readonly runExternalId: string;
  readonly name: string;
  /** `pending` until it is over. */
  readonly state: CheckState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Each step with how it ended, in order; empty where the forge tells no steps. */
  readonly steps: readonly { readonly name: string; readonly state: CheckState }[];
};
