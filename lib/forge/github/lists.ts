import * as fields from "./fields.ts";
import type { RepositoryList } from "./list-question.ts";
import { Issue, Label, PullRequest } from "./schema.ts";

const NEWEST = "orderBy: { field: CREATED_AT, direction: DESC }";
const CHANGED = "orderBy: { field: UPDATED_AT, direction: DESC }";

const issue = { row: "...IssueRow", fragments: fields.ISSUE, schema: Issue } as const;
const pull = {
  row: "number ...PullRow",
  fragments: fields.PULL_REQUEST,
  schema: PullRequest,
} as const;

/** The lists of a repository that are walked. Every one is asked so that its answer costs one point, or two for the largest pages. */
export const ISSUES: RepositoryList<typeof Issue> = {
  field: "issues",
  args: NEWEST,
  sizeFirst: 100,
  sizeMax: 100,
  ...issue,
};

export const PULLS: RepositoryList<typeof PullRequest> = {
  field: "pullRequests",
  args: NEWEST,
  // Each brings its files, so that a page of more may take the forge too long.
  sizeFirst: 25,
  sizeMax: 50,
  ...pull,
};

export const LABELS: RepositoryList<typeof Label> = {
  field: "labels",
  args: "",
  row: "...LabelRow",
  fragments: fields.LABEL,
  schema: Label,
  sizeFirst: 100,
  sizeMax: 100,
};

/** Pull requests have no filter by time, so their walk ends at the first one that is old enough. */
export const CHANGED_PULLS: RepositoryList<typeof PullRequest> = { ...PULLS, args: CHANGED };

/** The issues that changed at or after a moment: the newest change first, or the newest issue. */
export const issuesSince = (
  since: Date,
  order: "created" | "changed",
): RepositoryList<typeof Issue> => ({
  ...ISSUES,
  args: `${order === "changed" ? CHANGED : NEWEST}, filterBy: { since: $since }`,
  declared: ", $since: DateTime!",
  variables: { since: `${since.toISOString().slice(0, 19)}Z` },
});
