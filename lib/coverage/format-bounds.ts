import { formatShare } from "./format-share.ts";
import { bounds, type Tally } from "./tally.ts";

/** Between which percentages the share of a tally lies once its unknown ones are known, as `25.0 – 50.0 %`; null where nothing is counted. */
export function formatBounds(tally: Tally): string | null {
  const between = bounds(tally);
  if (between === null) return null;
  const [high, of] = between.high;
  return `${bare(between.low)} – ${high === 0 ? "0 %" : formatShare(high, of)}`;
}

// A plain 0 is the end of a range, while 0.0 % would be a claim.
const bare = ([covered, of]: readonly [number, number]): string =>
  covered === 0 ? "0" : formatShare(covered, of).replace(/\s*%$/, "");
