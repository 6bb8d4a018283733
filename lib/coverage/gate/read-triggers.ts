import {
  type FilterLine,
  firesBeforeMerge,
  PULL_REQUEST,
  type Trigger,
} from "./trigger/trigger.ts";

export { PULL_REQUEST } from "./trigger/trigger.ts";

export type Triggers = {
  readonly names: readonly string[];
  readonly starts: readonly Trigger[];
  readonly branches: readonly string[];
  readonly paths: readonly string[];
  readonly pathsIgnore: readonly string[];
  readonly runsOnPullRequest: boolean;
};

type Keys = readonly (string | number)[];
/** The line on which what stands at a path of keys begins; null where nothing does. */
type LineAt = (keys: Keys) => number | null;

/** What starts a workflow, from the value of its `on` key; a pull request trigger counts when it fires on a new or changed one, not only on closing or labelling. */
export function readTriggers(on: unknown, lineAt: LineAt = () => null): Triggers {
  const starts = [...eventsOf(on)].map(([event, filter]) => readTrigger(event, filter, lineAt));
  const shown = [...PULL_REQUEST, "push"]
    .map((event) => starts.find((trigger) => trigger.event === event))
    .find((trigger) => trigger !== undefined);
  const patterns = (filters: readonly FilterLine[] = []) => filters.map(({ pattern }) => pattern);
  return {
    names: starts.map(({ event }) => event),
    starts,
    branches: patterns(shown?.branches),
    paths: patterns(shown?.paths),
    pathsIgnore: patterns(shown?.pathsIgnore),
    runsOnPullRequest: starts.some(firesBeforeMerge),
  };
}

function readTrigger(event: string, value: unknown, lineAt: LineAt): Trigger {
  const filter = recordOf(value);
  const lines = (key: string): readonly FilterLine[] =>
    listOf(filter[key]).map((pattern, index) => ({
      pattern,
      line: lineAt(["on", event, key, index]) ?? lineAt(["on", event, key]),
    }));
  const types = listOf(filter["types"]);
  return {
    event,
    line: lineAt(["on", event]) ?? lineAt(["on"]),
    types: types.length === 0 ? null : types,
    branches: lines("branches"),
    branchesIgnore: lines("branches-ignore"),
    paths: lines("paths"),
    pathsIgnore: lines("paths-ignore"),
  };
}

/** A plain object as a record, anything else as an empty one. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** A list of texts from one text or a list of them; other members are left out. */
export function listOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((member) => typeof member === "string");
}

function eventsOf(on: unknown): ReadonlyMap<string, unknown> {
  if (typeof on === "string" || Array.isArray(on))
    return new Map(listOf(on).map((name) => [name, null]));
  return new Map(Object.entries(recordOf(on)));
}
