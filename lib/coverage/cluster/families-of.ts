import { compareText, keyOf } from "../link/endpoint.ts";
import type { Scope } from "../link/link-repository.ts";
import { type Drawn, drawnGroups } from "./drawn-groups.ts";
import { type Family, type Field, type Node, newField, see, wait } from "./field.ts";
import { findFounding, found } from "./found-family.ts";
import { bestFamily, join } from "./join-family.ts";
import { type ClusterFix, readFeatures } from "./read-features.ts";
import { freeKey } from "./slug.ts";
import { drawGroup, keyOfDrawn, type TextGroup, takeOut } from "./text-group.ts";

/** A text that the program is tracked in. */
export type TrackingText = {
  readonly text: string;
  /** When it was last written; it speaks of the families that there were by then. */
  readonly writtenAt: Date;
};

export type Tracking = { readonly texts: readonly TrackingText[]; readonly scope: Scope };

export type Families = {
  /** In the order in which they were founded; those that a group took are among them. */
  readonly families: readonly Family[];
  /** In the order of the texts. */
  readonly groups: readonly TextGroup[];
};

type Moment = { readonly at: number } & (
  | { readonly node: Node; readonly text: null }
  | { readonly node: null; readonly text: string }
);

/** Sorts the fixes of a program into families, covered or not, and into the groups that its tracking texts draw. They are taken in the order in which they entered, so that a later one never moves an earlier one from its family, nor renames it; the order of rows does not matter. Linear in fixes and files. */
export function familiesOf(fixes: readonly ClusterFix[], tracking: Tracking | null): Families {
  const nodes = fixes.toSorted(compareFixes).map((fix): Node => {
    return { fix, features: readFeatures(fix), family: null };
  });
  const state: State = {
    fields: new Map(),
    order: 0,
    keys: new Set(),
    entered: new Map(),
    groups: [],
    named: new Set(),
    taken: new Set(),
  };
  const idOf = idsOf(tracking);
  for (const { node, text } of momentsOf(nodes, tracking)) {
    if (node) {
      state.entered.set(idOf(node.fix), node);
      enter(state, node);
    } else if (tracking) {
      for (const drawn of drawnGroups(text, tracking.scope)) draw(state, drawn);
    }
  }
  const { fields, groups } = state;
  const families = [...fields.values()].flatMap((field) => field.families);
  return { families: families.toSorted((one, other) => one.order - other.order), groups };
}

type State = {
  readonly fields: Map<string, Field>;
  /** How many families were founded. */
  order: number;
  readonly keys: Set<string>;
  readonly entered: Map<string, Node>;
  readonly groups: TextGroup[];
  /** What a group named. */
  readonly named: Set<Node>;
  readonly taken: Set<Family>;
};

function enter(state: State, node: Node): void {
  const alias = node.fix.repository;
  const field = state.fields.get(alias) ?? newField(alias);
  state.fields.set(alias, field);
  see(field, node.features);
  const best = bestFamily(field, node.features);
  if (best) {
    join(field, best, node);
    return;
  }
  wait(field, node);
  const founding = findFounding(field, node);
  if (!founding) return;
  found(field, founding, { order: state.order, keys: state.keys });
  state.order += 1;
}

function draw(state: State, { lead, objects }: Drawn): void {
  const named = objects
    .flatMap((object) => state.entered.get(keyOf(object)) ?? [])
    .filter((node) => !state.named.has(node));
  const drawn = drawGroup({ lead, named, taken: state.taken });
  if (!drawn) return;
  takeOut(drawn.own, (node) => state.fields.get(node.fix.repository));
  const own = keyOfDrawn(drawn);
  const key = drawn.families.length === 1 ? own : freeKey(own, (each) => state.keys.has(each));
  state.keys.add(key);
  state.groups.push({ ...drawn, key });
  for (const node of named) state.named.add(node);
  for (const family of drawn.families) state.taken.add(family);
}

/** By the moment of entry, then number. */
const compareFixes = (one: ClusterFix, other: ClusterFix): number =>
  one.enteredAt.getTime() - other.enteredAt.getTime() ||
  one.number - other.number ||
  compareText(one.key, other.key);

function momentsOf(nodes: readonly Node[], tracking: Tracking | null): readonly Moment[] {
  const texts = (tracking?.texts ?? []).map(
    ({ text, writtenAt }): Moment => ({ at: writtenAt.getTime(), node: null, text }),
  );
  const entries = nodes.map(
    (node): Moment => ({ at: node.fix.enteredAt.getTime(), node, text: null }),
  );
  // Sorting keeps the order of equals: fixes before the texts of the same moment.
  return [...entries, ...texts].toSorted((one, other) => one.at - other.at);
}

/** The name under which a text finds a fix. */
function idsOf(tracking: Tracking | null): (fix: ClusterFix) => string {
  const ids = new Map(tracking?.scope.repositories.map(({ alias, id }) => [alias, id]));
  return ({ repository, number }) =>
    keyOf({ kind: "pull", repositoryId: ids.get(repository) ?? -1, number });
}
