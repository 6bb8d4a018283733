import { z } from "zod";

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
  line: z.int(),
  url: z.string().nullable(),
  /** Items whose evidence names this gate. */
  holds: z.int(),
  findings: z.array(z.object({ rule: z.string(), message: z.string(), line: z.int().nullable() })),
});
export type GateView = z.infer<typeof GateView>;

export const GatesView = z.object({
  gates: z.array(GateView),
  /** Findings of workflow files that hold no readable job. */
  fileFindings: z.array(
    z.object({
      alias: z.string(),
      workflow: z.string(),
      rule: z.string(),
      message: z.string(),
      line: z.int().nullable(),
    }),
  ),
  /** Repositories whose workflow files were not read, with the reason. */
  notRead: z.array(z.object({ alias: z.string(), why: z.string() })),
});
export type GatesView = z.infer<typeof GatesView>;
