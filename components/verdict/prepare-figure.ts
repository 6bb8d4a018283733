import type { TallyView } from "#/lib/contract/tally.ts";
import { formatBounds } from "#/lib/coverage/format-bounds.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";
import { share } from "#/lib/coverage/tally.ts";

/** What can be said of a percentage: nothing, the number, or only between which two it lies. */
export type Figure =
  | { readonly kind: "none"; readonly why: string }
  | {
      readonly kind: "exact";
      readonly text: string;
      readonly covered: number;
      readonly of: number;
      /** Where the figure would lie if all that is unknown were known. */
      readonly range: string | null;
    }
  | { readonly kind: "range"; readonly text: string; readonly of: number };

/**
 * Decides how a tally is shown. With something unknown the number carries its bounds; with nothing
 * known above the rung only the bounds are shown, because 0.0 % would be a claim.
 */
export function prepareFigure(tally: TallyView): Figure {
  const exact = share(tally);
  const range = tally.unknown === 0 ? null : formatBounds(tally);
  if (range !== null && (exact === null || exact.covered === 0)) {
    return { kind: "range", text: range, of: tally.inScope - tally.waived };
  }
  if (exact === null) {
    const why = tally.inScope === 0 ? "no items" : "every item is waived";
    return { kind: "none", why };
  }
  return { kind: "exact", text: formatShare(exact.covered, exact.of), ...exact, range };
}
