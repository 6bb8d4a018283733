import type { Known } from "#/lib/facts/known.ts";
import { HAS_TEST, type Measure, rungOfMeasure } from "./measure.ts";
import { heightOf } from "./rung/rungs.ts";
import type { Standing, VerdictKind } from "./verdict.ts";

type Judged = {
  readonly standing: Standing;
  readonly hasTest: Known<boolean>;
  readonly waived: boolean;
};

/** What is concluded of an item at one measure: covered when its rung is certainly reached, a gap when that rung or one below is certainly missed whatever is unknown above, else unknown; a waiver stands for anything but covered. */
export function verdictAt(measure: Measure, { standing, hasTest, waived }: Judged): VerdictKind {
  const verdict = measure === HAS_TEST ? byFiles(hasTest) : byRung(measure, standing);
  return waived && verdict !== "covered" ? "waived" : verdict;
}

function byFiles(hasTest: Known<boolean>): VerdictKind {
  if (!hasTest.known) return "unknown";
  return hasTest.value ? "covered" : "gap";
}

function byRung(measure: Measure, standing: Standing): VerdictKind {
  const asked = rungOfMeasure(measure);
  if (asked === null) return "unknown";
  if (heightOf(standing.rung) >= heightOf(asked)) return "covered";
  const missed = standing.missed !== null && heightOf(standing.missed) <= heightOf(asked);
  return missed ? "gap" : "unknown";
}
