import type { Random } from "../random.ts";
import { caseOf, deletionOf, editOf, moveOf, newOf, type PlannedFile } from "./planned-file.ts";
import { type Area, makePair, type Pair, type World, type WorldFile } from "./world.ts";

export type PullKind =
  | "fix with a test"
  | "fix"
  | "feature"
  | "edit"
  | "docs"
  | "move"
  | "removal"
  | "picture";

export type Plan = {
  readonly kind: PullKind;
  readonly area: Area;
  readonly files: readonly PlannedFile[];
  /** The pair that the merge brings, or takes away. */
  readonly pair: Pair | null;
};

const SHARES: readonly (readonly [share: number, kind: PullKind])[] = [
  [0.28, "fix with a test"],
  [0.43, "fix"],
  [0.68, "feature"],
  [0.82, "edit"],
  [0.9, "docs"],
  [0.95, "move"],
  [0.98, "removal"],
  [1, "picture"],
];

type Wish = { readonly number: number; readonly filesPerPull: number; readonly random: Random };

/** Decides what a pull request changes: never a file that another one has taken. Additions and deletions of files do not meet in one, since git would take them for moves. */
export function planPull(world: World, { number, filesPerPull, random }: Wish): Plan {
  const area = random.pick(world.areas);
  const share = random.next();
  const kind = SHARES.find(([limit]) => share < limit)?.[1] ?? "edit";
  const wanted = 1 + random.below(Math.max(1, filesPerPull * 2 - 1));
  const taken = new Set<WorldFile>();
  const free = (file: WorldFile): boolean => !file.isTaken && !taken.has(file);
  const files: PlannedFile[] = [];
  const add = (planned: PlannedFile): void => {
    taken.add(planned.file);
    files.push(planned);
  };
  const lead = findPair(area, free, random);
  const pair = leadWith(lead, { kind, area, number, random, add });
  if (kind === "docs" || kind === "picture") {
    const file = random.pick(kind === "docs" ? world.docs : world.pictures);
    if (free(file)) add(editOf(file, number, random));
  } else {
    for (let tries = wanted * 2; tries > 0 && files.length < wanted; tries -= 1) {
      const { product, test } = random.pick(area.pairs);
      const file = kind !== "fix" && random.chance(0.3) ? test : product;
      if (free(file)) add(editOf(file, number, random));
    }
  }
  if (files.length > 0) return { kind, area, files, pair };
  // Everything that it looked at was taken.
  return {
    kind: "feature",
    area,
    pair: leadWith(null, { kind: "feature", area, number, random, add }),
    files,
  };
}

type Lead = {
  readonly kind: PullKind;
  readonly area: Area;
  readonly number: number;
  readonly random: Random;
  readonly add: (planned: PlannedFile) => void;
};

// Below this many pairs an area keeps what it has.
const PAIRS_LEAST = 8;

function leadWith(lead: Pair | null, { kind, area, number, random, add }: Lead): Pair | null {
  if (kind === "feature") {
    const made = makePair(area, number, `part${number}n`);
    add(newOf(made.product));
    add(newOf(made.test));
    return made;
  }
  if (lead === null) return null;
  if (kind === "fix with a test") {
    add(editOf(lead.product, number, random));
    add(caseOf(lead.test, number, random));
  } else if (kind === "move") add(moveOf(lead.product, number, random));
  else if (kind === "removal" && area.pairs.length > PAIRS_LEAST) {
    add(deletionOf(lead.product));
    add(deletionOf(lead.test));
    return lead;
  }
  return null;
}

function findPair(area: Area, free: (file: WorldFile) => boolean, random: Random): Pair | null {
  for (let tries = 8; tries > 0; tries -= 1) {
    const pair = random.pick(area.pairs);
    if (free(pair.product) && free(pair.test)) return pair;
  }
  return null;
}
