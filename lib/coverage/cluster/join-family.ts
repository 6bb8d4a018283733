import {
  type Family,
  type Field,
  isWide,
  type Node,
  scopeMark,
  stopWaiting,
  topicMark,
} from "./field.ts";
import type { Features } from "./read-features.ts";

/** The family that owns most of what a fix touches, at least half of its files, its scope or a word, where not too many fixes bear that; of equals the oldest; null when none does. */
export function bestFamily(field: Field, features: Features): Family | null {
  const scores = new Map<Family, number>();
  const add = (family: Family | undefined, score: number) => {
    if (family) scores.set(family, (scores.get(family) ?? 0) + score);
  };
  for (const { places, files } of features.touched.values()) {
    add(ownerOf(field, places), (2 * files) / features.files);
  }
  const narrow = (names: readonly string[], markOf: (name: string) => string) =>
    names.filter((name) => !isWide(field, markOf(name)));
  const { scopes, topics } = features;
  for (const family of ownersOf(field.scopeOwners, narrow(scopes, scopeMark))) add(family, 1);
  for (const family of ownersOf(field.topicOwners, narrow(topics, topicMark))) add(family, 1);
  let best: Family | null = null;
  for (const [family, score] of scores) {
    if (score < ENOUGH) continue;
    const lead = score - (best ? (scores.get(best) ?? 0) : 0);
    if (!best || lead > ROUNDING || (lead > -ROUNDING && family.order < best.order)) best = family;
  }
  return best;
}

const ROUNDING = 1e-9;
const ENOUGH = 1 - ROUNDING;

const ownersOf = (owners: ReadonlyMap<string, Family>, names: readonly string[]) =>
  new Set(names.flatMap((name) => owners.get(name) ?? []));

function ownerOf(field: Field, places: readonly string[]): Family | undefined {
  for (const [level, place] of places.entries()) {
    const owner = field.placeOwners.get(place);
    if (owner && owner.reach >= level) return owner.family;
  }
  return undefined;
}

/** Puts a fix into a family. */
export function join(field: Field, family: Family, node: Node): void {
  node.family = family;
  family.members.add(node);
  stopWaiting(field, node);
}
