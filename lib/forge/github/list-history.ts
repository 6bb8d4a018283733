import { z } from "zod";
import { askRepository, type Place } from "./ask-repository.ts";
import { afterHeavy, type PageSize, triesOf } from "./page-size.ts";
import { errorOf, isTooHeavy } from "./read-graphql.ts";
import { Oid, time } from "./schema-parts.ts";

const SIZE: PageSize = { size: 50, good: 0 };

const Commit = z.object({
  oid: z.string(),
  url: z.string().nullish(),
  message: z.string(),
  committedDate: time,
  authoredDate: time,
  author: z
    .object({ name: z.string().nullish(), user: z.object({ login: z.string() }).nullish() })
    .nullish(),
  parents: z.object({ nodes: z.array(Oid) }),
  associatedPullRequests: z
    .object({
      nodes: z
        .array(
          z
            .object({
              number: z.int(),
              state: z.string(),
              baseRepository: z.object({ databaseId: z.int().nullish() }).nullish(),
            })
            .nullable(),
        )
        .nullish(),
    })
    .nullish(),
});
export type Commit = z.infer<typeof Commit>;

const History = z.object({
  history: z.object({ nodes: z.array(Commit.nullable()).nullish() }).nullish(),
});
const Asked = z.object({
  databaseId: z.int(),
  isEmpty: z.boolean(),
  ref: z.object({ target: History.nullish() }).nullish(),
  object: History.nullish(),
});

const COMMITS = `... on Commit { history(first: $first) { nodes {
  oid url message committedDate authoredDate author { name user { login } } parents(first: 2) { nodes { oid } }
  associatedPullRequests(first: 10) { nodes { number state baseRepository { databaseId } } }
} } }`;

/** The question for the history of a branch, and that of a commit. */
export const BRANCH_HISTORY = {
  declared: ", $first: Int!, $from: String!",
  fields: `databaseId isEmpty ref(qualifiedName: $from) { target { ${COMMITS} } }`,
} as const;
export const COMMIT_HISTORY = {
  declared: ", $first: Int!, $from: GitObjectID!",
  fields: `databaseId isEmpty object(oid: $from) { ${COMMITS} }`,
} as const;

export type ListedHistory = {
  /** Newest first, with all that was merged into it; null where the forge does not have what was asked for. */
  readonly commits: readonly Commit[] | null;
  readonly repositoryId: number;
  /** Whether the repository has no commit at all. */
  readonly isEmpty: boolean;
};

/** The history of a branch or of a commit, itself first; fewer of it at once where the forge finds that too heavy. */
export async function listHistory(
  place: Place,
  from: { readonly branch: string } | { readonly sha: string },
): Promise<ListedHistory> {
  const question = "branch" in from ? BRANCH_HISTORY : COMMIT_HISTORY;
  const start = "branch" in from ? `refs/heads/${from.branch}` : from.sha;
  for (let at = SIZE; ; ) {
    try {
      const variables = { first: at.size, from: start };
      const asked = { ...question, variables, ...triesOf(at.size) };
      const { told, troubles } = await askRepository(place, Asked, asked);
      const listed = ("branch" in from ? told.ref?.target : told.object)?.history?.nodes ?? null;
      if (troubles.length > 0) throw errorOf(troubles);
      return {
        commits: listed === null ? null : listed.filter((commit) => commit !== null),
        repositoryId: told.databaseId,
        isEmpty: told.isEmpty,
      };
    } catch (error) {
      const smaller = isTooHeavy(error) ? afterHeavy(at) : null;
      if (smaller === null) throw error;
      at = smaller;
    }
  }
}
