import type { PlanEntryView } from "#/lib/contract/plan.ts";

export type LaneEntry = {
  readonly entry: PlanEntryView;
  /** From 1 on. */
  readonly place: number;
  /** How many of its gaps they hold a claim on. */
  readonly claims: number;
};

export type Lane = {
  /** Null for nobody. */
  readonly name: string | null;
  readonly entries: readonly LaneEntry[];
};

/** Who has what: a lane for everybody who was given work or holds a claim on a gap of it, by name, and what nobody has last. */
export function prepareLanes(entries: readonly PlanEntryView[]): readonly Lane[] {
  const lanes = new Map<string, LaneEntry[]>();
  const nobody: LaneEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    const place = at + 1;
    const claims = claimsOf(entry);
    const names = new Set([...(entry.assignee ? [entry.assignee.name] : []), ...claims.keys()]);
    for (const name of names) {
      const lane = lanes.get(name) ?? [];
      lane.push({ entry, place, claims: claims.get(name) ?? 0 });
      lanes.set(name, lane);
    }
    if (names.size === 0) nobody.push({ entry, place, claims: 0 });
  }
  const named = [...lanes]
    .map(([name, own]): Lane => ({ name, entries: own }))
    .toSorted((one, other) => (one.name ?? "").localeCompare(other.name ?? "", "en"));
  return nobody.length === 0 ? named : [...named, { name: null, entries: nobody }];
}

/** By name, how many gaps of an entry somebody holds a claim on. */
function claimsOf({ gaps }: PlanEntryView): ReadonlyMap<string, number> {
  const claims = new Map<string, number>();
  for (const { claim } of gaps) {
    if (claim) claims.set(claim.by, (claims.get(claim.by) ?? 0) + 1);
  }
  return claims;
}

/** The names that work can be given to again, by name. */
export const prepareNames = (entries: readonly PlanEntryView[]): readonly string[] =>
  prepareLanes(entries).flatMap(({ name }) => (name === null ? [] : [name]));
