import { z } from "zod";
import { isForbidden as isRefused } from "../fails-all.ts";
import type { Change, Page, Position } from "../forge.ts";
import type { ForgeError } from "../forge-error.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import { listOf } from "./fields.ts";
import { CHANGED_PULLS, issuesSince } from "./lists.ts";
import { missingRight } from "./missing-right.ts";
import { CHANGED_FIRST, changedSince, pageChangedPulls, reaches } from "./page-changed-pulls.ts";
import { nextOf, pageConnection } from "./page-connection.ts";
import { triesOf } from "./page-size.ts";
import { countAlone } from "./read-counts.ts";
import { isForbidden, isTooHeavy } from "./read-graphql.ts";
import { foreign, readPosition } from "./read-position.ts";
import { Issue, PullRequest } from "./schema.ts";
import { connection } from "./schema-parts.ts";
import { toIssue, toPullRequest } from "./to-facts.ts";

const ISSUES_FIRST = 50;
// The status of an answer in the query language, whatever it says.
const SAID_INSIDE = 200;

/** Where the issues go on: behind a cursor, null from the beginning, false where their end was seen. */
type IssuesLeft = string | null | false;

/** Issues and pull requests that changed at or after a moment, newest change first, the pull requests before the issues where one page does not hold them. The first question asks for both, so that a repository where nothing happened costs one. Throws ForgeError forbidden, with 403 only where it is the issues that may not be read. */
export async function pageChanges(
  place: Place,
  position: Position | null,
  since: Date,
): Promise<Page<Change>> {
  if (position !== null) return pageOne(place, position, since);
  try {
    const both = await pageBoth(place, since);
    if (both) return both;
  } catch (error) {
    if (isRefused(error)) throw await refusalOf(place, error);
    if (!isTooHeavy(error)) throw error;
  }
  const alone = { list: "pulls", after: null, size: CHANGED_FIRST, good: 0, issues: null };
  return pageOne(place, alone, since);
}

/** Which of both lists the token may not read; 403 says the issues, without which the pull requests can still be asked for by themselves. */
async function refusalOf(place: Place, error: unknown): Promise<ForgeError> {
  const pulls = await countAlone(place, "pulls");
  return pulls.known ? missingRight("issues", error) : missingRight("pulls", error, SAID_INSIDE);
}

/** The question for the first page of both lists. */
export function changesQuestion(since: Date): RepositoryQuestion {
  const issues = issuesSince(since, "changed");
  const pulls = `first: ${CHANGED_FIRST}, ${CHANGED_PULLS.args}`;
  return {
    declared: issues.declared ?? "",
    fields: `${listOf("pullRequests", pulls, CHANGED_PULLS.row)}
      ${listOf("issues", `first: ${ISSUES_FIRST}, ${issues.args}`, issues.row)}`,
    fragments: `${CHANGED_PULLS.fragments} ${issues.fragments}`,
    variables: issues.variables ?? {},
    ...triesOf(CHANGED_FIRST),
  };
}

const Both = z.object({ pullRequests: connection(PullRequest), issues: connection(Issue) });

/** The first page of both lists; null where the forge left out a row. */
async function pageBoth(place: Place, since: Date): Promise<Page<Change> | null> {
  const asked = await askRepository(place, Both, changesQuestion(since));
  const { told, troubles, serverTime } = asked;
  const pulls = told.pullRequests.nodes.filter((row) => row !== null);
  const rows = told.issues.nodes.filter((row) => row !== null);
  if (pulls.length < told.pullRequests.nodes.length) return null;
  if (rows.length < told.issues.nodes.length) return null;
  if (troubles.some((trouble) => !isForbidden([trouble]))) return null;
  const issuesLeft = nextOf(told.issues, "issues") ?? false;
  const pullsLeft = nextOf(told.pullRequests, "pullRequests");
  const goesOn = pullsLeft !== null && !reaches(pulls, since);
  return {
    rows: [...pullsOf(changedSince(pulls, since)), ...issuesOf(rows)],
    poison: [],
    next: goesOn
      ? {
          list: "pulls",
          after: pullsLeft,
          size: CHANGED_PULLS.sizeFirst,
          good: 0,
          issues: issuesLeft,
        }
      : toIssues(issuesLeft),
    total: null,
    serverTime,
  };
}

async function pageOne(place: Place, position: Position, since: Date): Promise<Page<Change>> {
  const at = readPosition(position, 1);
  if (position.list === "issues") {
    const page = await pageConnection(place, issuesSince(since, "changed"), at);
    const next = page.next && { list: "issues", ...page.next };
    return { ...page, rows: issuesOf(page.rows), total: null, next };
  }
  const { issues } = position;
  const isLeft = issues === null || issues === false || typeof issues === "string";
  if (position.list !== "pulls" || !isLeft) throw foreign();
  const page = await pageChangedPulls(place, at, since);
  const next = page.next ? { list: "pulls", ...page.next, issues } : toIssues(issues);
  return { ...page, rows: pullsOf(page.rows), next };
}

const toIssues = (left: IssuesLeft): Position | null =>
  left === false ? null : { list: "issues", after: left, size: ISSUES_FIRST, good: 0 };

const pullsOf = (rows: readonly PullRequest[]): Change[] =>
  rows.map((row) => ({ kind: "pull", pull: toPullRequest(row) }));

const issuesOf = (rows: readonly Issue[]): Change[] =>
  rows.map((row) => ({ kind: "issue", issue: toIssue(row) }));
