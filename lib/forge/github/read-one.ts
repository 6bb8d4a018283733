import { z } from "zod";
import { isGone } from "../fails-all.ts";
import type { One } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { askRepository, type Place } from "./ask-repository.ts";
import * as fields from "./fields.ts";
import { parse } from "./parse.ts";
import { errorOf, isForbidden } from "./read-graphql.ts";
import { Whereabouts } from "./rest-schema.ts";
import { Issue, PullRequest } from "./schema.ts";
import { toIssue, toPullRequest } from "./to-facts.ts";

const Home = z.object({ databaseId: z.int() });
const Either = z.discriminatedUnion("__typename", [
  Issue.extend({ __typename: z.literal("Issue"), repository: Home }),
  PullRequest.extend({ __typename: z.literal("PullRequest") }),
]);
const Asked = Home.extend({ issueOrPullRequest: Either.nullable() });

const FIELDS = `databaseId issueOrPullRequest(number: $number) {
  __typename
  ... on Issue { repository { databaseId } ...IssueRow }
  ... on PullRequest { number ...PullRow }
}`;

/** The question for one issue or pull request. */
export const ONE = {
  declared: ", $number: Int!",
  fields: FIELDS,
  fragments: `${fields.ISSUE} ${fields.PULL_REQUEST}`,
} as const;

/** One issue or pull request as it is now: the row, or what became of it. Where the forge has nothing under the number, its other interface tells what was deleted from what was moved. */
export async function readOne(place: Place, number: number): Promise<One> {
  const { told, troubles } = await askRepository(place, Asked, { ...ONE, variables: { number } });
  const found = told.issueOrPullRequest;
  if (found === null) {
    const error = errorOf(troubles);
    if (error.status !== 404 && troubles.length > 0) throw error;
    return whereTo(place, number);
  }
  // What the token may not see is unknown in the row; any other trouble left out what is there.
  const failed = troubles.filter((trouble) => !isForbidden([trouble]));
  if (failed.length > 0) throw errorOf(failed);
  if (found.__typename === "PullRequest") return { kind: "pull", pull: toPullRequest(found) };
  const isElsewhere = found.repository.databaseId !== told.databaseId;
  if (isElsewhere && found.url) return { kind: "moved", to: found.url };
  return { kind: "issue", issue: toIssue(found) };
}

async function whereTo(place: Place, number: number): Promise<One> {
  try {
    const { body } = await place.api.get(`${place.path}/issues/${number}`);
    // A client that followed the way to where it was moved has the row from there.
    const row = parse(Whereabouts, body, "an issue");
    if (row.number !== number || !isIn(row.repository_url, place)) {
      return { kind: "moved", to: row.html_url };
    }
  } catch (error) {
    if (!(error instanceof ForgeError) || !isGone(error)) throw error;
    return { kind: "gone", status: error.status ?? 404 };
  }
  throw new ForgeError(
    "unavailable",
    `The forge says that #${number} is there and that it is not. Sync again.`,
  );
}

const isIn = (repositoryUrl: string | null | undefined, { owner, name }: Place): boolean =>
  (repositoryUrl ?? "").toLowerCase().endsWith(`/repos/${owner}/${name}`.toLowerCase());
