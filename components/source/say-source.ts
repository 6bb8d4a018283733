import type { SourceView } from "#/lib/contract/sources.ts";
import { formatAge, formatInstant } from "#/lib/format.ts";
import { sayIn } from "./say-run.ts";

/** What is wrong with a source, and what a person does about it. */
export type Trouble = {
  readonly what: string;
  readonly said: string | null;
  readonly next: string;
};

/** When a run of a repository of it last ended well; null while none did. */
const lastWhole = ({ repositories }: SourceView): string | null =>
  repositories
    .flatMap(({ lastGoodRun }) => lastGoodRun ?? [])
    .toSorted()
    .at(-1) ?? null;

function sayKept(source: SourceView): string {
  const whole = lastWhole(source);
  return whole === null
    ? "Nothing was read whole yet, so there are no figures."
    : `The last whole figures stay, from ${formatInstant(whole)}.`;
}

/** In one breath what is wrong, what the forge said and the next step; null while it answers. */
export function troubleOf(source: SourceView, now: string): Trouble | null {
  const { state, stateSince, stateReason, resumesAt } = source;
  const since = stateSince === null ? "" : ` since ${formatInstant(stateSince)}`;
  if (state === "refused")
    return {
      what: `The forge refuses the token${since}.`,
      said: stateReason,
      next: `Replace the token below. ${sayKept(source)}`,
    };
  if (state === "failed")
    return {
      what: `Syncing fails${since}${stateSince === null ? "" : `, for ${formatAge(stateSince, now)}`}.`,
      said: stateReason,
      next: `It is tried again every ten minutes and goes on from where it was; “Sync now” tries at once. ${sayKept(source)}`,
    };
  if (state === "waiting")
    return {
      what: "The forge’s limit for this token is used up.",
      said: null,
      next:
        resumesAt === null
          ? `It goes on by itself. ${sayKept(source)}`
          : `It goes on by itself at ${formatInstant(resumesAt)}, ${sayIn(resumesAt, now)}. ${sayKept(source)}`,
    };
  return null;
}

/** What is left of the forge's limits, as it last said; null where it never did, or the time of what it said is over. */
export function sayBudgets({ budgets }: SourceView, now: string): string | null {
  const lines = budgets.flatMap(({ resource, remaining, resetAt }) =>
    remaining === null || resetAt === null || resetAt <= now
      ? []
      : `${remaining.toLocaleString("en-GB")} ${resource === "graphql" ? "points of questions" : "requests"} left until ${formatInstant(resetAt)}`,
  );
  return lines.length === 0 ? null : lines.join("; ");
}
