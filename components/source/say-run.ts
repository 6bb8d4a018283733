import type { RunView, SourceRepositoryView } from "#/lib/contract/sources.ts";
import { count, formatAge, formatDay } from "#/lib/format.ts";
import { sayLeft } from "./estimate.ts";
import { streamName } from "./stream-text.ts";

/** How far a phase is, from 0 to 1; null while nobody knows how much there is. */
export const shareOf = ({ done, total }: Pick<RunView, "done" | "total">): number | null =>
  total === null || total <= 0 ? null : Math.min(1, Math.max(0, done / total));

/** "Pull requests 1,250 of 10,000, about 3 min left"; nothing is said of an amount that is not known. */
export function sayProgress(run: RunView, left: number | null): string {
  const { phase, done, total } = run;
  const name = streamName(phase);
  if (shareOf(run) === null) return done === 0 ? name : `${name} ${done.toLocaleString("en-GB")}`;
  const far = `${name} ${done.toLocaleString("en-GB")} of ${Math.max(done, total ?? 0).toLocaleString("en-GB")}`;
  return left === null ? far : `${far}, ${sayLeft(left)}`;
}

/** What a run asked of the forge, and for how long. */
export const sayCost = ({ requests, startedAt }: RunView, now: string): string =>
  `${count(requests, "request")} in ${formatAge(startedAt, now)}`;

/** How far back the pull requests of a first walk reach; null where they were read to their end, or nothing was read yet. */
export function sayReach({ streams }: SourceRepositoryView): string | null {
  const pulls = streams.find(({ stream }) => stream === "pulls");
  if (!pulls || pulls.lastWholePass !== null || pulls.reachedBack === null) return null;
  return `Synced back to ${formatDay(pulls.reachedBack)}`;
}

/** "in 12 minutes"; "now" once the moment is over. */
export function sayIn(at: string, now: string): string {
  return at <= now ? "now" : `in ${formatAge(now, at)}`;
}
