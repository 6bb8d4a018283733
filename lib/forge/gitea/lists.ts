import { z } from "zod";
import type { CommentFact } from "#/lib/facts/comment.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import type { LabelFact } from "#/lib/facts/label.ts";
import type { Change, StreamedPullRequest } from "../forge.ts";
import { type List, type Mark, type Place, toSeconds } from "./list.ts";
import { parse } from "./parse.ts";
import * as schema from "./schema.ts";
import { toComment, toIssue, toLabel, toPullRequest } from "./to-facts.ts";

type Item = { readonly number: number; readonly createdAt: Date; readonly updatedAt: Date };

const rowsOf = (body: unknown): readonly unknown[] =>
  parse(z.array(z.unknown()).nullable(), body, "a list") ?? [];
const markOfItem = ({ number, createdAt }: Item): Mark => ({
  text: `#${number}`,
  number,
  at: createdAt,
});
const sinceOf = (since: Date | null): Record<string, string> =>
  since === null ? {} : { since: toSeconds(since) };

/** Issues without pull requests, newest created first. */
export const issuesOf = ({ repository, server }: Place, since: Date | null): List<IssueFact> => ({
  what: "issues",
  path: `/repos/${repository}/issues`,
  query: { state: "all", type: "issues", ...sinceOf(since) },
  limit: server.abilities.pageMax,
  follows: "created before",
  rowsOf,
  to: (raw) => toIssue(parse(schema.Issue, raw, "an issue")),
  markOf: markOfItem,
});

/** Pull requests, newest created first: a whole walk of them is not shifted by what changes meanwhile. */
export const pullsOf = ({ repository, server }: Place): List<StreamedPullRequest> => ({
  what: "pulls",
  path: `/repos/${repository}/pulls`,
  query: { state: "all" },
  limit: server.abilities.pullsMax,
  follows: "created before",
  rowsOf,
  to: (raw) => toPullRequest(parse(schema.PullRequest, raw, "a pull request")),
  markOf: markOfItem,
});

/** Pull requests that changed since, for which the forge has no filter: newest change first, down to one that is older. What changes during the walk moves to the front and shifts the rest towards us. */
export const changedPullsOf = (place: Place, since: Date): List<StreamedPullRequest> => ({
  ...pullsOf(place),
  query: { state: "all", sort: "recentupdate" },
  follows: "changed before",
  // Beside each other here says nothing of their numbers.
  markOf: (row) => ({ text: `#${row.number}`, number: null, at: row.updatedAt }),
  isEnough: (rows) => {
    const last = rows.at(-1);
    return last !== undefined && toSeconds(last.updatedAt) < toSeconds(since);
  },
});

/** What changed since, issues and pull requests together, newest created first; of a pull request the list tells that it changed and little more. */
export const changesOf = ({ repository, server }: Place, since: Date): List<Change> => ({
  what: "changes",
  path: `/repos/${repository}/issues`,
  query: { state: "all", ...sinceOf(since) },
  limit: server.abilities.pageMax,
  follows: null,
  rowsOf,
  to: (raw) => toChange(parse(schema.Issue, raw, "an issue or pull request")),
  markOf: (change) => markOfNumber(numberOf(change)),
});

const toChange = (row: schema.Issue): Change =>
  row.pull_request
    ? { kind: "touched", number: row.number, updatedAt: row.updated_at }
    : { kind: "issue", issue: toIssue(row) };

function numberOf(change: Change): number {
  if (change.kind === "issue") return change.issue.number;
  return change.kind === "pull" ? change.pull.number : change.number;
}

const markOfNumber = (number: number): Mark => ({ text: `#${number}`, number, at: null });

/** Comments of issues and pull requests, oldest first. */
export const commentsOf = (
  { repository, server }: Place,
  since: Date | null,
): List<CommentFact> => ({
  what: "comments",
  path: `/repos/${repository}/issues/comments`,
  query: sinceOf(since),
  limit: server.abilities.pageMax,
  follows: "created after",
  rowsOf,
  to: (raw) => toComment(parse(schema.Comment, raw, "a comment")),
  markOf: ({ externalId, createdAt }) => ({
    text: `comment ${externalId}`,
    number: null,
    at: createdAt,
  }),
});

/** The labels at an address: a repository's or an organisation's. */
export const labelsOf = (path: string, { server }: Place): List<LabelFact> => ({
  what: "labels",
  path,
  query: {},
  limit: server.abilities.pageMax,
  follows: null,
  rowsOf,
  to: (raw) => toLabel(parse(schema.Label, raw, "a label")),
  markOf: ({ name }) => ({ text: name, number: null, at: null }),
});
