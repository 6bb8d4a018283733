export const PRIORITIES = ["P0", "P1", "P2", "P3"] as const;

/** How soon work is wanted: `P0` a top incident or do-first, `P2` what nobody decided about, `P3` the long tail. */
export type Priority = (typeof PRIORITIES)[number];

export const NORMAL_PRIORITY: Priority = "P2";

/** An entry of the dispatch plan. */
export type PlanEntry = {
  readonly key: string;
  /** Null where nobody decided. */
  readonly priority: Priority | null;
  /** How many gaps it closes that none before it does. */
  readonly closes: number;
  /** When the oldest of its gaps came up; null where that is not known. */
  readonly oldestAt: Date | null;
};

/** Where a priority stands among the others, 0 for the first; what nobody decided about is normal. */
export const priorityOf = (priority: Priority | null): number =>
  PRIORITIES.indexOf(priority ?? NORMAL_PRIORITY);

/** The order of a plan by rule: priority, then how many gaps an entry closes, then the oldest gap first, then by key; an age that is not known comes last. */
export const byRule = (one: PlanEntry, other: PlanEntry): number =>
  priorityOf(one.priority) - priorityOf(other.priority) ||
  other.closes - one.closes ||
  compare(one.oldestAt?.getTime() ?? Infinity, other.oldestAt?.getTime() ?? Infinity) ||
  compare(one.key, other.key);

/** A plan in the order in which it is worked off. The keys that a person listed keep that order among themselves, whatever the rule says; any other entry comes in front of the first listed one whose priority is lower than its own, else behind them all, and such entries stand by rule among themselves. */
export function orderPlan<Entry extends PlanEntry>(
  entries: readonly Entry[],
  manual: readonly string[],
): readonly Entry[] {
  const entryOf = new Map(entries.map((entry) => [entry.key, entry]));
  const listed = [...new Set(manual)].flatMap((key) => entryOf.get(key) ?? []);
  const isListed = new Set(listed.map(({ key }) => key));
  const others = entries.filter(({ key }) => !isListed.has(key)).toSorted(byRule);
  const placeOf = PRIORITIES.map((_, rank) => {
    const at = listed.findIndex((each) => rank < priorityOf(each.priority));
    return at === -1 ? listed.length : at;
  });
  const placed = Map.groupBy(others, ({ priority }) => placeOf[priorityOf(priority)]);
  return [
    ...listed.flatMap((entry, at) => [...(placed.get(at) ?? []), entry]),
    ...(placed.get(listed.length) ?? []),
  ];
}

const compare = (one: number | string, other: number | string): number =>
  one < other ? -1 : one > other ? 1 : 0;
