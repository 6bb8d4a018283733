import { z } from "zod";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";

const Count = z.int().nonnegative();

/** What a program displayed: how its audited repositories divide together, each population at each measure. */
export const SnapshotFigures = z.object({
  /** The rung that counted as covered. */
  rung: z.enum(RUNGS).exclude(["none"]),
  /** How many repositories it is about. */
  audited: Count,
  tallies: z.array(
    z.object({
      population: z.enum(["fix", "issue"]),
      measure: z.enum(MEASURES),
      inScope: Count,
      covered: Count,
      gap: Count,
      waived: Count,
      unknown: Count,
    }),
  ),
});
export type SnapshotFigures = z.infer<typeof SnapshotFigures>;
