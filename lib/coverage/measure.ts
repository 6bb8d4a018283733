import { RUNGS, type Rung } from "./rung/rungs.ts";

/** The founding audit's own rule, a number of its own beside the rungs. */
export const HAS_TEST = "has_test@1";

export const MEASURES = [
  HAS_TEST,
  "tested",
  "gated",
  "executed",
  "blocking",
  "proven",
  "live",
] as const;

/** A named, versioned predicate that a percentage is made of. */
export type Measure = (typeof MEASURES)[number];

/** The rung that a measure asks for; null for a measure that is not a rung. */
export function rungOfMeasure(measure: Measure): Rung | null {
  return RUNGS.find((rung) => rung === measure) ?? null;
}
