import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { AuditItem } from "./audit-document.ts";

const Step = z.strictObject({
  about: z.enum(["fix", "test", "reach", "rung"]),
  rule: z.string(),
  note: z.string(),
  path: z.string().nullable(),
  line: z.int().nullable(),
});

/** The verdict on one merged pull request with every rule that fired: the document `gateline.explanation/1`. */
export const Explanation = z.strictObject({
  schema: z.literal("gateline.explanation/1"),
  repository: z.string(),
  head: z.string(),
  /** `name@version`. */
  policy: z.string(),
  item: AuditItem,
  verdicts: z.array(
    z.strictObject({
      measure: z.enum(MEASURES),
      /** Null where the pull request is not of the measure's population. */
      verdict: z.enum(["covered", "gap", "unknown"]).nullable(),
    }),
  ),
  steps: z.array(Step),
});
export type Explanation = z.infer<typeof Explanation>;
