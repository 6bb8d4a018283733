import { heightOf, RUNGS, type Rung } from "../rung/rungs.ts";
import type { Standing } from "../verdict.ts";

/** Where an item stands that several things cover: as high as the best of them, with the evidence of all; a rung is missed only where all of them miss it, for the reason of the highest of those that miss it there and have one, and `doubt` is a reason why there may be more. Null where nothing covers it. */
export function bestStanding(
  standings: readonly Standing[],
  doubt: string | null,
): Standing | null {
  const [first] = standings;
  if (!first) return null;
  const height = Math.max(...standings.map(({ rung }) => heightOf(rung)));
  const next = rungAt(height + 1);
  const evidence = standings.flatMap((each) => each.evidence);
  const rung = rungAt(height) ?? first.rung;
  if (next === null) return { rung, missed: null, unknownAbove: null, evidence };
  const missed = doubt === null ? highestMissed(standings) : null;
  const open = [
    ...standings.flatMap(({ unknownAbove }) => unknownAbove ?? []),
    ...(doubt === null ? [] : [{ rung: next, missing: doubt }]),
  ]
    .map((each) => ({ ...each, rung: heightOf(each.rung) > height ? each.rung : next }))
    .filter((each) => missed === null || heightOf(each.rung) < heightOf(missed))
    .toSorted((one, other) => heightOf(one.rung) - heightOf(other.rung));
  return {
    rung,
    missed,
    ...reasonOf(missed, standings),
    unknownAbove: open[0] ?? null,
    evidence,
  };
}

function reasonOf(
  missed: Rung | null,
  standings: readonly Standing[],
): Pick<Standing, "missedBecause"> {
  const [best] = standings
    .filter((each) => each.missed === missed && each.missedBecause !== undefined)
    .toSorted((one, other) => heightOf(other.rung) - heightOf(one.rung));
  return missed === null || best?.missedBecause === undefined
    ? {}
    : { missedBecause: best.missedBecause };
}

/** Null where one of them misses nothing for certain. */
function highestMissed(standings: readonly Standing[]): Rung | null {
  const heights = standings.map(({ missed }) => (missed === null ? null : heightOf(missed)));
  if (heights.some((each) => each === null)) return null;
  return rungAt(Math.max(...heights.map((each) => each ?? 0)));
}

const rungAt = (height: number): Rung | null => RUNGS[height] ?? null;
