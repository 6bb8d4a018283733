import { EMPTY_TALLY, type Tally, tallyOf } from "../tally.ts";
import type { VerdictKind } from "../verdict.ts";
import type { ItemState, TrialFigures, TrialFlip } from "./trial.ts";

/** One item as a policy judges it. */
export type ComparedItem = Pick<
  TrialFlip,
  "naturalKey" | "population" | "alias" | "number" | "title" | "why"
> & {
  /** At the policy's own rung; `out` where it is not in that policy's scope. */
  readonly state: ItemState;
  /** By the founding audit's rule; null outside its population. */
  readonly hasTest: VerdictKind | null;
};

export type PolicySide = {
  readonly rung: TrialFigures["rung"];
  readonly items: readonly ComparedItem[];
  /** Why something is no item of this policy; null where it is not known at all. */
  readonly whyOut: (naturalKey: string) => string | null;
};

/** The figures under a policy, each population apart. */
export function figuresOf({ rung, items }: PolicySide): TrialFigures {
  const of = (population: ComparedItem["population"]): Tally =>
    tallyOf(
      items.flatMap((item) =>
        item.population === population && item.state !== "out" ? [item.state] : [],
      ),
    );
  const hasTest = tallyOf(items.flatMap((item) => item.hasTest ?? []));
  return { rung, fixes: of("fix"), issues: of("issue"), hasTest };
}

/** Every item that two policies judge otherwise, in the order of the repositories and numbers; throws where the flips do not explain the whole difference of the figures. */
export function flipsBetween(
  before: PolicySide,
  after: PolicySide,
): readonly Omit<TrialFlip, "item">[] {
  const old = new Map(before.items.map((item) => [item.naturalKey, item]));
  const fresh = new Map(after.items.map((item) => [item.naturalKey, item]));
  const flips: Omit<TrialFlip, "item">[] = [];
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    const [was, is] = [old.get(key), fresh.get(key)];
    const told = is ?? was;
    const [from, to] = [was?.state ?? "out", is?.state ?? "out"];
    if (!told || from === to) continue;
    const { naturalKey, population, alias, number, title } = told;
    const why = to === "out" ? (after.whyOut(key) ?? "It is not in scope.") : told.why;
    flips.push({ naturalKey, population, alias, number, title, from, to, why });
  }
  requireWhole(figuresOf(before), figuresOf(after), flips);
  return flips.toSorted(
    (a, b) =>
      compareText(a.population, b.population) ||
      compareText(a.alias, b.alias) ||
      (a.number ?? 0) - (b.number ?? 0) ||
      compareText(a.naturalKey, b.naturalKey),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A list that was cut short would be believed; it is refused instead. */
function requireWhole(
  before: TrialFigures,
  after: TrialFigures,
  flips: readonly Omit<TrialFlip, "item">[],
): void {
  const parts = Object.keys(EMPTY_TALLY) as (keyof Tally)[];
  for (const [population, name] of [
    ["fix", "fixes"],
    ["issue", "issues"],
  ] as const) {
    for (const part of parts) {
      const counts = (state: ItemState) => (part === "inScope" ? state !== "out" : state === part);
      const own = flips.filter((flip) => flip.population === population);
      const moved =
        own.filter(({ to }) => counts(to)).length - own.filter(({ from }) => counts(from)).length;
      if (after[name][part] - before[name][part] === moved) continue;
      throw new Error(
        `The items that change explain ${moved} of ${after[name][part] - before[name][part]} ${name} (${part}).`,
      );
    }
  }
}
