import { z } from "zod";

/** One rule that fired while a pull request was judged. */
export const StepView = z.object({
  about: z.enum(["fix", "test", "reach", "rung"]),
  rule: z.string(),
  note: z.string(),
  path: z.string().nullable(),
  line: z.int().nullable(),
});
export type StepView = z.infer<typeof StepView>;
