import { z } from "zod";
import { AppError } from "#/lib/errors.ts";
import type { GithubApi } from "./github-api.ts";
import { parse } from "./parse.ts";
import { errorOf, type Trouble } from "./read-graphql.ts";

/** A repository of one forge; `path` is where the other interface has it. */
export type Place = {
  readonly api: GithubApi;
  readonly owner: string;
  readonly name: string;
  readonly path: string;
};

/** Where a repository is asked for; throws AppError invalid on a name that is not `owner/name`. */
export function placeOf(api: GithubApi, fullName: string): Place {
  const [owner, name, ...rest] = fullName.split("/");
  // A part of dots would lead to another place of the interface.
  if (!owner || !name || rest.length > 0 || [owner, name].some((part) => /^\.+$/.test(part))) {
    throw new AppError(
      "invalid",
      `${fullName} is no name of a repository. Write it as owner/name.`,
    );
  }
  return {
    api,
    owner,
    name,
    path: `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`,
  };
}

export type RepositoryQuestion = {
  /** More variables of the question, as the query language declares them. */
  readonly declared?: string;
  /** What is asked of the repository. */
  readonly fields: string;
  /** Fragments that the fields use. */
  readonly fragments?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly cost?: number;
  /** How often it is asked where it is too heavy; five times where nothing is said. */
  readonly tries?: number;
};

export type RepositoryAnswer<Told> = {
  readonly told: Told;
  readonly troubles: readonly Trouble[];
  readonly serverTime: Date;
};

/** The question about a repository as it is sent. */
export const documentOf = ({ declared = "", fields, fragments = "" }: RepositoryQuestion): string =>
  `query($owner: String!, $name: String!${declared}) { repository(owner: $owner, name: $name) { ${fields} } } ${fragments}`;

const Answer = z.object({ repository: z.unknown() });

/** Asks a repository one question, also under a name that it had before; throws ForgeError not_found where it cannot be seen. */
export async function askRepository<Schema extends z.ZodType>(
  { api, owner, name }: Place,
  schema: Schema,
  question: RepositoryQuestion,
): Promise<RepositoryAnswer<z.output<Schema>>> {
  const { data, troubles, serverTime } = await api.ask({
    document: documentOf(question),
    variables: { owner, name, ...question.variables },
    cost: question.cost ?? 1,
    ...(question.tries === undefined ? {} : { tries: question.tries }),
  });
  const { repository } = parse(Answer, data, "a repository");
  if (!repository) throw errorOf(troubles);
  return { told: parse(schema, repository, `repository ${owner}/${name}`), troubles, serverTime };
}
