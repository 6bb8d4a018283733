import { HAS_TEST, type Measure } from "#/lib/coverage/measure.ts";
import { heightOf } from "#/lib/coverage/rung/rungs.ts";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import { unknown } from "#/lib/facts/known.ts";

type Effect = {
  readonly measure: Measure;
  /** How far its own evidence climbs once it is merged. */
  readonly standing: Standing;
  /** How many fixes of the program it says it covers. */
  readonly named: number;
  /** How many gaps it closes. */
  readonly closes: number;
  /** Where those of them stand then that were gaps and are not closed. */
  readonly open: readonly Standing[];
};

/** Why merging an open pull request closes the gaps that it closes, or why not more: each reason is one that a person can look up. */
export function sayEffect(effect: Effect): string {
  const { measure, standing, named, closes, open } = effect;
  const [first] = open;
  if (named === 0) return "It names no fix of this program that it covers.";
  if (closes === 0 && first === undefined) return `What it says it covers is no gap at ${measure}.`;
  if (measure === HAS_TEST)
    return `${measure} looks at a fix's own files alone, so no other change moves it.`;
  const reaches =
    verdictAt(measure, { standing, hasTest: unknown("not asked"), waived: false }) === "covered";
  if (!reaches)
    return `${reachedBy(standing)}, and ${measure} is asked for.${sentence(reasonOf(standing))}`;
  if (first === undefined) return `${reachedBy(standing)}.`;
  const stay = open.length === 1 ? "One that it names stays" : `${open.length} that it names stay`;
  return `${reachedBy(standing)}. ${stay} open.${sentence(reasonOf(first))}`;
}

function reachedBy({ rung, unknownAbove }: Standing): string {
  if (rung === "none")
    return unknownAbove === null
      ? "It brings no evidence of a test"
      : "How far its own evidence reaches is not known";
  const reached = `Its own evidence reaches the rung ${rung}`;
  // Below it nobody asks how a job concluded.
  const isSeen = heightOf(rung) >= heightOf("executed");
  return isSeen ? `${reached} if its jobs are green when it is merged` : reached;
}

const reasonOf = ({ missedBecause, unknownAbove }: Standing): string | null =>
  missedBecause ?? unknownAbove?.missing ?? null;

function sentence(text: string | null): string {
  if (text === null) return "";
  return /[.!?]$/.test(text) ? ` ${text}` : ` ${text}.`;
}
