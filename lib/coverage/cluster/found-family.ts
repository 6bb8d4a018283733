import { compareText } from "../link/endpoint.ts";
import {
  type Family,
  type Field,
  isFolder,
  isWide,
  marksOf,
  type Node,
  placeMark,
  scopeMark,
  topicMark,
} from "./field.ts";
import { bestFamily, join } from "./join-family.ts";
import { depthOf, LEVELS } from "./places.ts";
import { freeKey, inLine, slug } from "./slug.ts";

export type Founding =
  | {
      readonly kind: "place";
      readonly name: string;
      readonly reach: number;
      readonly nodes: readonly Node[];
    }
  | { readonly kind: "scope" | "topic"; readonly name: string; readonly nodes: readonly Node[] };

/** So many fixes found a family in their own folder; as many more for each level that they lie below it, or a wide folder would gather before the narrow ones in it. */
const PLACE_MIN = 3;
/** A scope is wider than a folder. */
const SCOPE_MIN = 4;
const TOPIC_MIN = 3;

/** What the fixes that wait have in common with the one that came last, where it is enough for a family: the nearest place, else a scope, else a compound word; null when nothing is. */
export function findFounding(field: Field, { features }: Node): Founding | null {
  const places = [...features.around].flatMap(([name, level]) => gatheredAt(field, name, level));
  const [place] = places.toSorted(
    (one, other) =>
      one.reach - other.reach ||
      depthOf(other.name) - depthOf(one.name) ||
      other.nodes.length - one.nodes.length ||
      compareText(one.name, other.name),
  );
  if (place) return place;
  const named = (kind: "scope" | "topic", names: readonly string[], min: number) =>
    names.toSorted(compareText).flatMap((name) => {
      const mark = kind === "scope" ? scopeMark(name) : topicMark(name);
      if (isWide(field, mark) || (kind === "scope" && isFolder(field, name))) return [];
      const nodes = field.waitingFor.get(mark);
      return nodes && nodes.size >= min ? [{ kind, name, nodes: [...nodes] }] : [];
    });
  return (
    named("scope", features.scopes, SCOPE_MIN)[0] ??
    named("topic", features.topics, TOPIC_MIN)[0] ??
    null
  );
}

function gatheredAt(field: Field, name: string, level: number) {
  const waiting = field.waitingAt.get(name);
  if (!waiting) return [];
  let sum = 0;
  // The higher a folder, the less it says of what lies further down.
  const reachMax = Math.max(1, Math.min(LEVELS, depthOf(name)));
  for (let reach = 0; reach < reachMax; reach += 1) {
    sum += waiting.counts[reach] ?? 0;
    if (reach < level || sum < PLACE_MIN * (reach + 1)) continue;
    const nodes = [...waiting.nodes].filter(
      ({ features }) => (features.around.get(name) ?? LEVELS) <= reach,
    );
    return [{ kind: "place" as const, name, reach, nodes }];
  }
  return [];
}

/** Founds a family, or lets the one that owns the place already reach further down. */
export function found(
  field: Field,
  founding: Founding,
  around: { readonly order: number; readonly keys: Set<string> },
): void {
  const { kind, name, nodes } = founding;
  const owner = kind === "place" ? field.placeOwners.get(name)?.family : undefined;
  const family = owner ?? newFamily(field, founding, around);
  if (kind === "place") {
    field.placeOwners.set(name, { family, reach: founding.reach });
    family.places.set(name, founding.reach);
  } else if (kind === "scope") {
    field.scopeOwners.set(name, family);
    family.scopes.add(name);
  } else {
    field.topicOwners.set(name, family);
    family.topics.add(name);
  }
  for (const node of nodes) join(field, family, node);
  const marks = owner || kind !== "place" ? [] : takeOver(field, family, { name, nodes });
  const waiting = new Set(marks.flatMap((mark) => [...(field.waitingFor.get(mark) ?? [])]));
  for (const node of waiting) {
    if (bestFamily(field, node.features) === family) join(field, family, node);
  }
}

const SHARED_MIN = 2;

type Meeting = Pick<Founding, "name" | "nodes">;

/** A family owns also what its founders share: two of them and at least half, and at least half of all fixes so far that have it. Later members bring nothing, or it would drift from place to place. */
function takeOver(field: Field, family: Family, { name, nodes }: Meeting): readonly string[] {
  const shared = new Map<string, number>();
  for (const mark of nodes.flatMap(({ features }) => marksOf(features))) {
    shared.set(mark, (shared.get(mark) ?? 0) + 1);
  }
  return [...shared].flatMap(([mark, count]) => {
    const isTheirs = count * 2 >= Math.max(nodes.length, field.seen.get(mark) ?? 0);
    return count >= SHARED_MIN && isTheirs && own(field, family, { mark, name }) ? [mark] : [];
  });
}

function own(
  field: Field,
  family: Family,
  { mark, name }: { readonly mark: string; readonly name: string },
): boolean {
  const said = mark.slice(mark.indexOf("\n") + 1);
  if (mark === placeMark(said)) {
    if (field.placeOwners.has(said)) return false;
    field.placeOwners.set(said, { family, reach: 0 });
    family.places.set(said, 0);
    return true;
  }
  const isWider = isFolder(field, said) && !`/${name.toLowerCase()}`.endsWith(`/${said}`);
  if (isWider || field.scopeOwners.has(said)) return false;
  field.scopeOwners.set(said, family);
  family.scopes.add(said);
  return true;
}

function newFamily(
  field: Field,
  { kind, name, nodes }: Founding,
  { order, keys }: { readonly order: number; readonly keys: Set<string> },
): Family {
  const key = freeKey(`${slug(field.alias)}.${slug(name)}`, (each) => keys.has(each));
  keys.add(key);
  const family: Family = {
    key,
    name: nameOf(field, { kind, name, nodes }),
    order,
    places: new Map(),
    scopes: new Set(),
    topics: new Set(),
    members: new Set(),
  };
  field.families.push(family);
  field.names.add(family.name);
  return family;
}

const NAME_MAX = 80;

/** The founders' scope where it says where they meet, else where they meet, with the scope behind it. What no other family of the repository is called. */
function nameOf(field: Field, { kind, name, nodes }: Pick<Founding, "kind" | "name" | "nodes">) {
  const scope = kind === "place" ? commonScope(nodes) : null;
  const short = kind === "place" ? name.split("/").slice(-2).join("/") : name;
  const places = short === name ? [short] : [short, name];
  const names =
    scope === null
      ? places
      : saysSame(scope, short)
        ? [scope, ...places]
        : places.map((place) => `${place} (${scope})`);
  const lines = names.map((each) => inLine(each, NAME_MAX));
  return lines.find((each) => !field.names.has(each)) ?? inLine(name, NAME_MAX);
}

const WORD = /[\p{L}\p{N}]{3,60}/gu;

/** Whether a scope and a place have a word in common, or its beginning. */
function saysSame(scope: string, place: string): boolean {
  const said: readonly string[] = scope.toLowerCase().match(WORD) ?? [];
  const met: readonly string[] = place.slice(-500).toLowerCase().match(WORD) ?? [];
  return said.some((one) => met.some((other) => one.startsWith(other) || other.startsWith(one)));
}

/** The scope that at least half of the fixes bear; of equals the longest, which says most; null when none is. */
export function commonScope(nodes: readonly Node[]): string | null {
  const counts = new Map<string, number>();
  for (const { features } of nodes) {
    for (const scope of features.scopes) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(
    ([one, often], [other, oftener]) =>
      oftener - often || other.length - one.length || compareText(one, other),
  );
  return most && most[1] * 2 >= nodes.length ? most[0] : null;
}
