import type { StreamView } from "#/lib/contract/sources.ts";
import { formatAge, formatInstant } from "#/lib/format.ts";
import { isWalked } from "./stream-text.ts";

/** `more` is what is held beyond what was counted, and is below 0 where some are missing. */
export type Difference = { readonly more: number; readonly says: string };

/**
 * Where what is held is not what the forge says it has, rows that it cannot give counted in; null where it
 * agrees, where it does not say, and as long as a walk over everything is under way or never was.
 */
export function differenceOf(stream: StreamView, now: string): Difference | null {
  const { forgeTotal, held, quarantined, underWay, lastPass, lastWholePass } = stream;
  const whole = isWalked(stream.stream) ? lastWholePass : lastPass;
  if (forgeTotal === null || whole === null || underWay) return null;
  const more = held + quarantined - forgeTotal;
  if (more === 0) return null;
  const amount = Math.abs(more).toLocaleString("en-GB");
  const what = more < 0 ? `${amount} missing here` : `${amount} more here than the forge counts`;
  return { more, says: `${what}. ${sayNext(stream, now)}` };
}

/** What was counted before the last pass may only be older than what is held. */
function sayNext({ stream, countedAt, lastPass, nextAt }: StreamView, now: string): string {
  if (!isWalked(stream)) return "The next pass asks for all of them again.";
  const when =
    nextAt === null || nextAt <= now
      ? "is due"
      : `is due on ${formatInstant(nextAt)}, sooner where the difference stays,`;
  const walk = `The next walk over everything ${when} and asks for each of them by itself.`;
  if (lastPass === null || (countedAt !== null && countedAt >= lastPass)) return walk;
  const counted = countedAt === null ? "" : ` ${formatAge(countedAt, now)} ago,`;
  return `It counted${counted} before the last pass, and is asked again within the hour. ${walk}`;
}
