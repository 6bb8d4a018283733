import type { Gate, GateRun } from "../gate.ts";

/** As much of a gate as is kept of an earlier reading to tell later what became of it. */
export type HeldGate = Pick<
  Gate,
  | "workflow"
  | "workflowName"
  | "job"
  | "name"
  | "kind"
  | "line"
  | "masked"
  | "maskReason"
  | "runsOnPullRequest"
  | "starts"
  | "condition"
  | "needs"
  | "findings"
> & { readonly runs: readonly Pick<GateRun, "text" | "line" | "maskReason">[] };
