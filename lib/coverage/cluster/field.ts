import { LEVELS } from "./places.ts";
import type { ClusterFix, Features } from "./read-features.ts";

/** A fix on its way into a family. */
export type Node = {
  readonly fix: ClusterFix;
  readonly features: Features;
  family: Family | null;
};

/** Fixes of one repository that repair the same part of it. */
export type Family = {
  readonly key: string;
  readonly name: string;
  /** Families of a program in the order in which they were founded. */
  readonly order: number;
  /** How many levels below each of its places a file may lie. */
  readonly places: Map<string, number>;
  readonly scopes: Set<string>;
  readonly topics: Set<string>;
  readonly members: Set<Node>;
};

/** Fixes in no family around one place, and how many of them by the level at which they lie. */
export type Waiting = { readonly nodes: Set<Node>; readonly counts: number[] };

/** What is known of one repository while its fixes enter one by one. */
export type Field = {
  readonly alias: string;
  readonly families: Family[];
  /** What they are called. */
  readonly names: Set<string>;
  readonly placeOwners: Map<string, { readonly family: Family; readonly reach: number }>;
  readonly scopeOwners: Map<string, Family>;
  readonly topicOwners: Map<string, Family>;
  readonly waitingAt: Map<string, Waiting>;
  readonly waitingFor: Map<string, Set<Node>>;
  /** How many fixes so far touch a place, or bear a scope or a word. */
  readonly seen: Map<string, number>;
  /** How many fixes entered so far. */
  entered: number;
};

/** A repository before its first fix. */
export const newField = (alias: string): Field => ({
  alias,
  families: [],
  names: new Set(),
  placeOwners: new Map(),
  scopeOwners: new Map(),
  topicOwners: new Map(),
  waitingAt: new Map(),
  waitingFor: new Map(),
  seen: new Map(),
  entered: 0,
});

// Neither may hold a line break in front, so that a place, a scope and a word never meet.
export const placeMark = (place: string): string => `place\n${place}`;
export const scopeMark = (scope: string): string => `scope\n${scope}`;
export const folderMark = (scope: string): string => `folder\n${scope}`;
export const topicMark = (topic: string): string => `topic\n${topic}`;

/** The places and scopes that a family may take over from its members. */
export function marksOf({ touched, scopes }: Features): readonly string[] {
  return [...[...touched.keys()].map(placeMark), ...scopes.map(scopeMark)];
}

/** Takes note of what a fix touches and bears. */
export function see(field: Field, features: Features): void {
  field.entered += 1;
  const { folders, topics } = features;
  for (const mark of [...marksOf(features), ...folders.map(folderMark), ...topics.map(topicMark)]) {
    field.seen.set(mark, (field.seen.get(mark) ?? 0) + 1);
  }
}

/** Whether a scope is but the name of a folder around the files of most fixes that bear it: then it says no more than their paths. */
export function isFolder({ seen }: Field, scope: string): boolean {
  return (seen.get(folderMark(scope)) ?? 0) * 2 > (seen.get(scopeMark(scope)) ?? 0);
}

const WIDE_SHARE = 8;
const ENTERED_MIN = 40;

/** Whether more than an eighth of all fixes so far bear a scope or a word: then it tells no cause. */
export function isWide({ entered, seen }: Field, mark: string): boolean {
  return entered >= ENTERED_MIN && (seen.get(mark) ?? 0) * WIDE_SHARE > entered;
}

/** Lets a fix wait for others that share something with it. */
export function wait(field: Field, node: Node): void {
  for (const [place, level] of node.features.around) {
    const waiting = field.waitingAt.get(place) ?? {
      nodes: new Set<Node>(),
      counts: Array.from({ length: LEVELS }, () => 0),
    };
    waiting.nodes.add(node);
    waiting.counts[level] = (waiting.counts[level] ?? 0) + 1;
    field.waitingAt.set(place, waiting);
  }
  for (const mark of waitedMarks(node)) addTo(field.waitingFor, mark, node);
}

/** Takes a fix out of those that wait, where it waits. */
export function stopWaiting(field: Field, node: Node): void {
  for (const [place, level] of node.features.around) {
    const waiting = field.waitingAt.get(place);
    if (!waiting?.nodes.delete(node)) continue;
    waiting.counts[level] = (waiting.counts[level] ?? 0) - 1;
  }
  for (const mark of waitedMarks(node)) field.waitingFor.get(mark)?.delete(node);
}

const waitedMarks = ({ features }: Node): readonly string[] => [
  ...marksOf(features),
  ...features.topics.map(topicMark),
];

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
