import type { HeldGate } from "#/lib/coverage/gate/decay/held-gate.ts";
import { type Readings, whyLost } from "#/lib/coverage/gate/decay/why-lost.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { FoundDecay, ItemBefore, JudgedItem, RequiredGate } from "#/lib/store/assessment.ts";
import { lostBy } from "./lost-by.ts";

/** What was read of one repository this time. */
export type PlaceNow = {
  readonly id: number;
  readonly defaultBranch: string;
  readonly gatesRead: Known<readonly Gate[]>;
  /** Whether the steps of its jobs could be followed through the files of the branch. */
  readonly followed: boolean;
  readonly required: Known<ReadonlyMap<string, RequiredGate>>;
};

type GatesOf = ReadonlyMap<string, HeldGate>;

type Facts = {
  /** Items that stood higher, judged by the same rules. */
  readonly before: readonly ItemBefore[];
  /** By repository and `workflow:job`, as they were read last. */
  readonly gatesBefore: ReadonlyMap<number, GatesOf>;
  readonly places: readonly PlaceNow[];
  readonly items: readonly JudgedItem[];
};

/** Which items fell because of what became of a gate that had held them up, by gate and cause; an item that stands where it stood, or fell by something else, is in none. */
export function findDecay({ before, gatesBefore, places, items }: Facts): readonly FoundDecay[] {
  const itemOf = new Map(items.map((item) => [item.naturalKey, item]));
  const readings = new Map(
    places.map((place) => [place.id, readingsOf(place, gatesBefore.get(place.id))]),
  );
  const found = before.flatMap((was): readonly FoundDecay[] => {
    const { naturalKey } = was;
    const item = itemOf.get(naturalKey);
    if (!item) return [];
    return lostBy(was, item).flatMap((lost) => {
      const { repositoryId, gate, to: rung } = lost;
      const read = readings.get(repositoryId);
      const loss = read ? whyLost(lost, read) : null;
      if (!loss) return [];
      const { cause, why, line } = loss;
      return [{ repositoryId, gate, cause, why, line, items: [{ naturalKey, rung }] }];
    });
  });
  return gathered(found);
}

/** Null where the workflow files were not read: nothing can be said of what became of a gate. */
function readingsOf(place: PlaceNow, before: GatesOf = new Map()): Readings | null {
  const { gatesRead, required, defaultBranch: branch, followed } = place;
  if (!gatesRead.known) return null;
  const stands = required.known ? required.value : null;
  return {
    before,
    after: gatesRead.value,
    branch,
    followed,
    notRequired: (gate) => stands?.get(gate)?.why ?? null,
  };
}

function gathered(found: readonly FoundDecay[]): readonly FoundDecay[] {
  const keyOf = ({ repositoryId, gate, cause, why, line }: FoundDecay) =>
    JSON.stringify([repositoryId, gate, cause, why, line]);
  return [...Map.groupBy(found, keyOf).values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ ...first, items: alike.flatMap(({ items }) => items) }] : [];
  });
}
