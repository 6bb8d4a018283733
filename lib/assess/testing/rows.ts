import { known } from "#/lib/facts/known.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";

/** A repository of which everything was read, and that has no workflow file. */
export const REPOSITORY: RepositoryInScope = {
  id: 1,
  fullName: "shop/core",
  url: null,
  alias: "core",
  defaultBranch: "main",
  forge: "gitea",
  audited: true,
  workflowFiles: known([]),
  issuesRefusal: null,
  patchesRefusal: null,
  checksRefusal: null,
};

/** A file that a pull request added. */
export const added = (path: string) =>
  ({ path, previousPath: null, status: "added", additions: 1, deletions: 0 }) as const;

/** A merged pull request of the default branch as the store gives it. */
export const mergedRow = (number: number, more: Partial<MergedPullRequest>): MergedPullRequest => ({
  number,
  title: "fix(core): a",
  body: null,
  author: null,
  url: null,
  labels: [],
  baseRef: "main",
  headRef: null,
  headSha: null,
  mergeSha: null,
  mergedAt: new Date("2026-06-01T00:00:00Z"),
  files: known([]),
  ...more,
});
