export type Triggers = {
  readonly names: readonly string[];
  readonly branches: readonly string[];
  readonly paths: readonly string[];
  readonly pathsIgnore: readonly string[];
  readonly runsOnPullRequest: boolean;
};

/** The events of pull requests that can start a workflow. */
export const PULL_REQUEST: readonly string[] = ["pull_request", "pull_request_target"];
const BEFORE_MERGE = ["opened", "synchronize", "synchronized", "reopened"];

/** What starts a workflow, from the value of its `on` key; a pull request trigger counts when it fires on a new or changed one, not only on closing or labelling. */
export function readTriggers(on: unknown): Triggers {
  const events = eventsOf(on);
  const name = [...PULL_REQUEST, "push"].find((event) => events.has(event));
  const filter = recordOf(name === undefined ? null : events.get(name));
  return {
    names: [...events.keys()],
    branches: listOf(filter["branches"]),
    paths: listOf(filter["paths"]),
    pathsIgnore: listOf(filter["paths-ignore"]),
    runsOnPullRequest: PULL_REQUEST.some((event) => {
      if (!events.has(event)) return false;
      const types = listOf(recordOf(events.get(event))["types"]);
      return types.length === 0 || types.some((type) => BEFORE_MERGE.includes(type));
    }),
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
