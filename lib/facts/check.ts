export const CHECK_STATES = [
  "success",
  "failure",
  "error",
  "warning",
  "pending",
  "skipped",
  "neutral",
  "cancelled",
] as const;

export type CheckState = (typeof CHECK_STATES)[number];

/** The last answer of one context on one commit, whichever way the forge names it: status, check run or job. A commit has each context once; where several jobs share one, the worst of them. */
export type CheckFact = {
  /** As the forge writes it; whatever started the job may be part of it. */
  readonly context: string;
  readonly state: CheckState;
  /** When it was posted. */
  readonly at: Date;
  /** Always http or https. */
  readonly url: string | null;
};
