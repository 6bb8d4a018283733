import { type Measure, rungOfMeasure } from "../measure.ts";
import { heightOf, type Rung } from "../rung/rungs.ts";
import type { Place } from "./gap.ts";

/** Whether a measure asks for this rung or a higher one; never of a measure that is not a rung. */
export function asksFor(measure: Measure, rung: Rung): boolean {
  const asked = rungOfMeasure(measure);
  return asked !== null && heightOf(asked) >= heightOf(rung);
}

/** Whether a gate certainly blocks no merge; false where that is not known. */
export const isNotRequired = ({ required }: Place, ref: string): boolean =>
  required.known && (required.value.get(ref)?.why ?? null) !== null;

/** What has to come beside a piece of work before its gaps are covered at a measure, each a sentence with a space in front. */
export function furtherNeeds(measure: Measure, { runs, required }: Needs): string {
  return [
    runs && asksFor(measure, "executed") ? " It then has to be seen to succeed." : "",
    required === "yes" && asksFor(measure, "blocking") ? " The branch has to require it too." : "",
    required === "unknown" && asksFor(measure, "blocking")
      ? " Whether the branch requires it is not known."
      : "",
    asksFor(measure, "proven")
      ? " Each test has to be shown to fail without its fix and to pass with it."
      : "",
  ].join("");
}

type Needs = {
  /** Whether a run has still to be seen. */
  readonly runs: boolean;
  /** Whether it has still to be made required. */
  readonly required: "yes" | "no" | "unknown";
};
