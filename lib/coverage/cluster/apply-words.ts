import { compareText } from "../link/endpoint.ts";
import type { ClusterPart } from "./cluster-by-rules.ts";
import type { ClusterWord } from "./cluster-word.ts";
import type { Group } from "./group.ts";
import { groupKeyOf } from "./group-key.ts";
import { freeKey } from "./slug.ts";

export type WordsApplied = {
  readonly groups: readonly Group[];
  /** Ids of words without effect, since what they name is not there or has that key already, in their order. */
  readonly idle: readonly number[];
};

type Draft = Omit<Group, "items" | "parts" | "words"> & {
  readonly items: Set<string>;
  readonly parts: readonly Part[];
  readonly words: readonly number[];
};
type Part = Omit<ClusterPart, "items"> & { readonly items: Set<string> };

type State = {
  /** By key, in their order. */
  readonly drafts: Map<string, Draft>;
  /** The key of the group of each item; null for an item in none. */
  readonly placeOf: Map<string, string | null>;
};

/** Groups as people decided about them, in the order in which they said it. A person's word wins over rules, texts and suggestions; one that names a group or items that are not there stays without effect. An item that a word moved is in no part of its new group. */
export function applyWords(input: {
  readonly groups: readonly Group[];
  /** Keys of all items, in a group or not. */
  readonly items: readonly string[];
  readonly words: readonly ClusterWord[];
}): WordsApplied {
  const state: State = {
    drafts: new Map(input.groups.map((group) => [group.key, draftOf(group)])),
    placeOf: new Map(input.items.map((item) => [item, null])),
  };
  for (const { key, items } of input.groups) {
    for (const item of items) state.placeOf.set(item, key);
  }
  const words = input.words.toSorted((one, other) => one.id - other.id);
  const idle = words.filter((word) => !apply(state, word)).map(({ id }) => id);
  return { groups: [...state.drafts.values()].map(groupOf), idle };
}

/** Whether a word had something to act on. */
function apply(state: State, word: ClusterWord): boolean {
  switch (word.verb) {
    case "rename":
      return change(state, word, word.value.cluster, { name: word.value.name });
    case "pin":
      return change(state, word, word.value.cluster, { pinned: word.value.pinned });
    case "architecture":
      return change(state, word, word.value.cluster, { architecture: word.value.architecture });
    case "merge":
      return merge(state, word.id, word.value);
    case "split":
      return split(state, word.id, word.value);
    case "move":
      return move(state, word.id, word.value);
  }
}

function change(
  state: State,
  { id }: ClusterWord,
  key: string,
  more: Partial<Pick<Group, "name" | "pinned" | "architecture">>,
): boolean {
  const draft = find(state, key);
  if (draft) state.drafts.set(draft.key, { ...draft, ...more, words: saidOnce(draft, id) });
  return draft !== null;
}

type Value<Verb extends ClusterWord["verb"]> = Extract<ClusterWord, { verb: Verb }>["value"];

function merge(state: State, id: number, { clusters, into }: Value<"merge">): boolean {
  const target = find(state, into);
  const found = new Set(clusters.flatMap((key) => find(state, key) ?? []));
  const sources = [...found].filter((draft) => draft !== target);
  if (!target || sources.length === 0) return false;
  const all = [target, ...sources];
  for (const source of sources) {
    state.drafts.delete(source.key);
    for (const item of source.items) state.placeOf.set(item, target.key);
  }
  const claims = all.flatMap(({ claimed }) => claimed ?? []);
  state.drafts.set(target.key, {
    ...target,
    parts: apart(all.flatMap(partsOf)),
    items: new Set(all.flatMap(({ items }) => [...items])),
    claimed: claims.length === all.length ? claims.reduce((sum, each) => sum + each, 0) : null,
    architecture: all.some((each) => each.architecture),
    pinned: all.some((each) => each.pinned),
    recurringRule: all.some((each) => each.recurringRule),
    words: saidOnce(target, id),
  });
  return true;
}

/** The parts of a group that becomes a part itself. */
function partsOf({ key, name, parts, items }: Draft): readonly Part[] {
  return parts.length > 0 ? parts : [{ key, name, items: new Set(items) }];
}

function apart(parts: readonly Part[]): readonly Part[] {
  const keys = new Set<string>();
  return parts.map((part) => {
    const key = freeKey(part.key, (each) => keys.has(each));
    keys.add(key);
    return { ...part, key };
  });
}

function split(state: State, id: number, value: Value<"split">): boolean {
  const source = find(state, value.cluster);
  const items = value.items.filter((item) => source?.items.has(item));
  if (!source || items.length === 0 || state.drafts.has(value.key)) return false;
  for (const item of items) {
    leave(source, item);
    state.placeOf.set(item, value.key);
  }
  state.drafts.set(source.key, { ...source, words: saidOnce(source, id) });
  state.drafts.set(value.key, {
    key: value.key,
    name: value.name,
    why: `A person took it out of “${source.name}”.`,
    origin: "person",
    topics: [],
    claimed: null,
    architecture: source.architecture,
    pinned: false,
    recurringRule: false,
    parts: [],
    items: new Set(items),
    words: [id],
  });
  return true;
}

function move(state: State, id: number, { items, to }: Value<"move">): boolean {
  const target = to === null ? null : find(state, to);
  const known = items.filter((item) => state.placeOf.has(item));
  if ((to !== null && !target) || known.length === 0) return false;
  const touched = new Set(target ? [target.key] : []);
  for (const item of known) {
    const from = state.placeOf.get(item) ?? null;
    if (from === (target?.key ?? null)) continue;
    if (from !== null) {
      const source = state.drafts.get(from);
      if (source) leave(source, item);
      touched.add(from);
    }
    target?.items.add(item);
    state.placeOf.set(item, target?.key ?? null);
  }
  for (const key of touched) {
    const draft = state.drafts.get(key);
    if (draft) state.drafts.set(key, { ...draft, words: saidOnce(draft, id) });
  }
  return true;
}

/** Takes an item out of a group and out of its part: it may come back to another one. */
function leave({ items, parts }: Draft, item: string): void {
  items.delete(item);
  for (const part of parts) part.items.delete(item);
}

/** A group by its key, or by that of its cluster at one rung. */
function find({ drafts }: State, key: string): Draft | null {
  return drafts.get(key) ?? drafts.get(groupKeyOf(key)) ?? null;
}

const saidOnce = ({ words }: Draft, id: number): readonly number[] =>
  words.includes(id) ? words : [...words, id];

const draftOf = (group: Group): Draft => ({
  ...group,
  items: new Set(group.items),
  parts: group.parts.map((part) => ({ ...part, items: new Set(part.items) })),
});

function groupOf(draft: Draft): Group {
  const inGroup = (items: ReadonlySet<string>) =>
    [...items].filter((item) => draft.items.has(item)).toSorted(compareText);
  return {
    ...draft,
    parts: draft.parts
      .map((part) => ({ ...part, items: inGroup(part.items) }))
      .filter(({ items }) => items.length > 0),
    items: [...draft.items].toSorted(compareText),
  };
}
