import { z } from "zod";

export const GateFindingView = z.object({
  rule: z.string(),
  message: z.string(),
  line: z.int().nullable(),
  url: z.string().nullable(),
});
export type GateFindingView = z.infer<typeof GateFindingView>;

export const GateView = z.object({
  id: z.int(),
  alias: z.string(),
  workflow: z.string(),
  job: z.string(),
  name: z.string(),
  kind: z.string(),
  triggers: z.array(z.string()),
  paths: z.array(z.string()),
  testPaths: z.array(z.string()),
  runsOnPullRequest: z.boolean(),
  masked: z.boolean(),
  maskReason: z.string().nullable(),
  /** By a context of its own, through a job that stands for it, or not; null where that is not known. */
  required: z.enum(["direct", "through", "no"]).nullable(),
  /** Never null where `required` is. */
  requiredWhy: z.string().nullable(),
  /** The contexts that it was seen to report under, else those that it produces; what only a run knows is `*`. */
  contexts: z.array(z.string()),
  line: z.int(),
  url: z.string().nullable(),
  /** Fixes whose evidence names this gate, as the gap list shows them. */
  holds: z.int(),
  /** The same of open issues and incidents. */
  holdsIssues: z.int(),
  findings: z.array(GateFindingView),
});
export type GateView = z.infer<typeof GateView>;

/** One context that a branch demands, and where it comes from; `unknown` before the jobs were held against it. */
export const RequiredContextView = z.object({
  context: z.string(),
  state: z.enum(["produced", "external", "phantom", "unknown"]),
  gates: z.array(z.object({ id: z.int(), name: z.string() })),
});
export type RequiredContextView = z.infer<typeof RequiredContextView>;

/** What the default branch of a repository demands before a merge. */
export const RequiredChecksView = z.object({
  alias: z.string(),
  branch: z.string(),
  /** Why that is not known; null where it is. */
  why: z.string().nullable(),
  /** Null where the branch is not protected, and where that is not known. */
  demands: z
    .object({
      checksRequired: z.boolean(),
      /** Whether every check that reports must pass, whatever it is called. */
      all: z.boolean(),
      contexts: z.array(RequiredContextView),
      approvals: z.int(),
      bypass: z.boolean().nullable(),
    })
    .nullable(),
});
export type RequiredChecksView = z.infer<typeof RequiredChecksView>;

/** Test files of a repository that no pull request is known to run. */
export const OrphansView = z.object({
  alias: z.string(),
  /** Why they are not known; null where they are. */
  why: z.string().nullable(),
  tests: z.array(
    z.object({
      path: z.string(),
      state: z.enum(["orphan", "off_pull_requests", "unclear"]),
      why: z.string(),
    }),
  ),
});
export type OrphansView = z.infer<typeof OrphansView>;

export const GatesView = z.object({
  /** Those that the filter lets through. */
  gates: z.array(GateView),
  /** Of all gates of the program. */
  counts: z.object({ all: z.int(), masked: z.int(), notRequired: z.int(), unknown: z.int() }),
  /** What the filter can be set to. */
  repos: z.array(z.string()),
  /** Findings of workflow files that hold no readable job. */
  fileFindings: z.array(GateFindingView.extend({ alias: z.string(), workflow: z.string() })),
  /** Repositories whose workflow files were not read, with the reason. */
  notRead: z.array(z.object({ alias: z.string(), why: z.string() })),
  requiredChecks: z.array(RequiredChecksView),
  orphans: z.array(OrphansView),
});
export type GatesView = z.infer<typeof GatesView>;
