/** One pattern of a filter, with the line on which it stands. */
export type FilterLine = { readonly pattern: string; readonly line: number | null };

/** One event that can start a workflow, with its filters; an empty list filters nothing. */
export type Trigger = {
  readonly event: string;
  readonly line: number | null;
  /** The activities that it is limited to; null where the forge's own choice applies. */
  readonly types: readonly string[] | null;
  readonly branches: readonly FilterLine[];
  readonly branchesIgnore: readonly FilterLine[];
  readonly paths: readonly FilterLine[];
  readonly pathsIgnore: readonly FilterLine[];
};

/** The events of pull requests that can start a workflow. */
export const PULL_REQUEST: readonly string[] = ["pull_request", "pull_request_target"];

/** The activities that come before a merge by themselves: they are also the forge's own choice. Source: the default types of `pull_request`; Gitea writes `synchronized`. */
export const BEFORE_MERGE: readonly string[] = [
  "opened",
  "synchronize",
  "synchronized",
  "reopened",
];

/** Activities that Gitea knows by name and never sends. */
export const NEVER_ON_GITEA: readonly string[] = [
  "ready_for_review",
  "converted_to_draft",
  "enqueued",
];

/** Whether a trigger fires when a pull request is opened or changed, not only when it is closed or labelled. */
export function firesBeforeMerge({ event, types }: Pick<Trigger, "event" | "types">): boolean {
  if (!PULL_REQUEST.includes(event)) return false;
  return types === null || types.some((type) => BEFORE_MERGE.includes(type));
}
