import { EMPTY_TALLY, type Tally } from "../tally.ts";
import type { VerdictKind } from "../verdict.ts";
import { dayIn } from "./day-in.ts";

export type DailyPoint = {
  /** YYYY-MM-DD in the program's time zone. */
  readonly day: string;
  /** Everything that had entered by the end of the day. */
  readonly tally: Tally;
};

type Series = {
  readonly items: readonly { readonly enteredAt: Date; readonly verdict: VerdictKind }[];
  readonly from: Date;
  readonly until: Date;
  readonly timeZone: string;
};

/** The cumulative tally of every day from the day of `from` to that of `until`, both included, each item counted from the day it entered; items that entered before are in the first day. */
export function dailySeries({ items, from, until, timeZone }: Series): readonly DailyPoint[] {
  const dayOf = dayIn(timeZone);
  const days = daysBetween(dayOf(from), dayOf(until));
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];

  const entering = new Map<string, VerdictKind[]>();
  for (const { enteredAt, verdict } of items) {
    const day = dayOf(enteredAt);
    if (day > last) continue;
    const key = day < first ? first : day;
    const list = entering.get(key);
    if (list) list.push(verdict);
    else entering.set(key, [verdict]);
  }
  const sum = { ...EMPTY_TALLY };
  return days.map((day) => {
    for (const verdict of entering.get(day) ?? []) {
      sum[verdict] += 1;
      sum.inScope += 1;
    }
    return { day, tally: { ...sum } };
  });
}

const DAY_MS = 86_400_000;

/** Calendar days, so that a day of 23 or 25 hours is one day. */
function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = [];
  const end = Date.parse(`${last}T00:00:00Z`);
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= end; at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
