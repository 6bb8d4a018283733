import { formatBounds } from "#/lib/coverage/format-bounds.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";
import { permille } from "#/lib/coverage/permille.ts";
import { bounds, share, type Tally } from "#/lib/coverage/tally.ts";
import type { ProgramFigure } from "./program-document.ts";

/** A tally with its percentage and bounds; the percentage is null where nothing was judged, and where nothing is known to be covered while something is unknown. */
export function figureOf({ inScope, covered, gap, waived, unknown }: Tally): ProgramFigure {
  const tally = { inScope, covered, gap, waived, unknown };
  const between = unknown === 0 ? null : bounds(tally);
  const isOnlyBounds = covered === 0 && between !== null;
  return {
    ...tally,
    of: covered + gap,
    percent: isOnlyBounds || share(tally) === null ? null : percentOf(covered, covered + gap),
    bounds: between && { low: percentOf(...between.low), high: percentOf(...between.high) },
  };
}

/** "78.8 %", "78.8 % (70.0 – 80.0 %)" while something is unknown, only the bounds where 0.0 % would be a claim, and "no data" of nothing. */
export function sayFigure(figure: ProgramFigure): string {
  const { covered, of, percent } = figure;
  const range = figure.bounds === null ? null : formatBounds(figure);
  if (range === null) return formatShare(covered, of);
  return percent === null ? range : `${formatShare(covered, of)} (${range})`;
}

/** A share in percent with one decimal, half up; 0 of nothing. */
export const percentOf = (part: number, of: number): number => (permille(part, of) ?? 0) / 10;
