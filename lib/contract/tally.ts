import { z } from "zod";

export const TallyView = z.object({
  inScope: z.int(),
  covered: z.int(),
  gap: z.int(),
  waived: z.int(),
  unknown: z.int(),
});
export type TallyView = z.infer<typeof TallyView>;
