import { z } from "zod";
import { ForgeError } from "../forge-error.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import type { Marked } from "./mark-of.ts";
import { errorOf } from "./read-graphql.ts";
import { connection, time } from "./schema-parts.ts";

// A pull request may have more, and the forge lists no more of them.
const PAGES_MAX = 10;

const Commit = z.object({
  message: z.string(),
  authoredDate: time,
  author: z.object({ name: z.string().nullish() }).nullish(),
});
const Asked = z.object({
  pullRequest: z.object({ commits: connection(z.object({ commit: Commit })) }).nullish(),
});

/** The question for the commits of a pull request. */
export const PULL_COMMITS: RepositoryQuestion = {
  declared: ", $number: Int!, $after: String",
  fields: `pullRequest(number: $number) { commits(first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { commit { message authoredDate author { name } } }
  } }`,
};

/** The commits of a pull request as it was before it was merged; none where the forge does not have it any more. */
export async function listPullCommits(place: Place, number: number): Promise<readonly Marked[]> {
  const commits: Marked[] = [];
  let after: string | null = null;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const question: RepositoryQuestion = { ...PULL_COMMITS, variables: { number, after } };
    const { told, troubles } = await askRepository(place, Asked, question);
    if (!told.pullRequest) {
      const error = errorOf(troubles);
      if (error.code !== "not_found") throw error;
      return [];
    }
    const { nodes, pageInfo } = told.pullRequest.commits;
    commits.push(...nodes.flatMap((node) => (node ? [node.commit] : [])));
    if (!pageInfo.hasNextPage) return commits;
    after = pageInfo.endCursor;
  }
  throw new ForgeError(
    "failed",
    `It cannot be told which commits pull request #${number} brought, since it has more than ${PAGES_MAX * 100}.`,
  );
}
