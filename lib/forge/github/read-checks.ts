import { z } from "zod";
import { unknown } from "#/lib/facts/known.ts";
import { isGone } from "../fails-all.ts";
import type { CheckAnswer } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { askBatches, passable } from "./ask-batches.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import { CHECKS, type CheckContext, CheckedCommit, CONTEXTS } from "./check-schema.ts";
import { triesOf } from "./page-size.ts";
import { failureOf, isForbidden } from "./read-graphql.ts";
import { toChecks } from "./to-checks.ts";

export const COMMITS_AT_ONCE = 20;
const PAGES_MAX = 50;
const SHA = /^[0-9a-f]{40}$/;

const GONE = "The forge does not have this commit.";
const FORBIDDEN =
  "The token may not read the checks of this repository. Give it the right to read checks and commit statuses.";

/** The question for the checks of these commits. */
export const checksQuestion = (shas: readonly string[]): RepositoryQuestion => ({
  declared: shas.map((_, index) => `, $c${index}: GitObjectID!`).join(""),
  fields: shas.map((_, index) => `c${index}: object(oid: $c${index}) { ...ChecksOf }`).join(" "),
  fragments: `${CHECKS} ${CONTEXTS}`,
  variables: Object.fromEntries(shas.map((sha, index) => [`c${index}`, sha])),
  ...triesOf(shas.length),
});

/** The question for a commit's contexts behind those that were told with it. */
export const MORE_CHECKS: RepositoryQuestion = {
  declared: ", $sha: GitObjectID!, $after: String",
  fields: `object(oid: $sha) { ... on Commit {
    oid statusCheckRollup { contexts(first: 100, after: $after) { ...Contexts } }
  } }`,
  fragments: CONTEXTS,
};

/** The last answer of each context of these commits, each commit once, many with one question. */
export async function* readChecks(
  place: Place,
  shas: readonly string[],
): AsyncGenerator<CheckAnswer> {
  const distinct = [...new Set(shas)];
  // The forge refuses a whole question for one thing that is no commit's name.
  for (const sha of distinct) if (!SHA.test(sha)) yield { sha, checks: unknown(GONE) };
  const names = distinct.filter((sha) => SHA.test(sha));
  const batches = askBatches<string, CheckAnswer | CheckedCommit>(names, COMMITS_AT_ONCE, {
    ask: (batch) => askMany(place, batch),
    fail: (sha, failure) =>
      failure.status === 403 ? { sha, checks: unknown(FORBIDDEN) } : { sha, failure },
  });
  for await (const answer of batches) {
    yield "oid" in answer ? await readAll(place, answer) : answer;
  }
}

const Told = CheckedCommit.partial({ oid: true }).nullable();

async function askMany(
  place: Place,
  shas: readonly string[],
): Promise<(CheckAnswer | CheckedCommit)[]> {
  const schema = z.record(z.string(), Told);
  const { told, troubles } = await askRepository(place, schema, checksQuestion(shas));
  // What the token may not see is left out of the lists, which would look like fewer checks.
  const isHidden = isForbidden(troubles);
  return shas.map((sha, index) => {
    if (isHidden) return { sha, checks: unknown(FORBIDDEN) };
    const failure = failureOf(troubles, `c${index}`);
    if (failure && !isGone(failure)) return { sha, failure };
    const row = told[`c${index}`];
    return row?.oid ? { ...row, oid: sha } : { sha, checks: unknown(GONE) };
  });
}

async function readAll(
  place: Place,
  { oid: sha, statusCheckRollup }: CheckedCommit,
): Promise<CheckAnswer> {
  const rows: (CheckContext | null)[] = [];
  let contexts = statusCheckRollup?.contexts;
  try {
    for (let pages = 1; contexts && pages <= PAGES_MAX; pages += 1) {
      rows.push(...contexts.nodes);
      const { hasNextPage, endCursor } = contexts.pageInfo;
      if (!hasNextPage) return { sha, ...judged(sha, rows) };
      const variables = { sha, after: endCursor };
      const schema = z.object({ object: Told });
      const { told } = await askRepository(place, schema, { ...MORE_CHECKS, variables });
      contexts = told.object?.statusCheckRollup?.contexts;
    }
  } catch (error) {
    return { sha, failure: passable(error) };
  }
  return rows.length === 0 ? { sha, checks: toChecks([]) } : { sha, failure: notWhole(sha) };
}

function judged(sha: string, rows: readonly (CheckContext | null)[]) {
  const told = rows.filter((row) => row !== null);
  return told.length < rows.length ? { failure: notWhole(sha) } : { checks: toChecks(told) };
}

const notWhole = (sha: string): ForgeError =>
  new ForgeError("unavailable", `The forge does not tell all checks of ${sha}. Sync again.`);
