import type { Link, Relation } from "#/lib/coverage/link/link.ts";

/** Numbers of the pull requests of a repository from which a link with one of these relations leads. */
export const pullsSaying = (
  repositoryId: number,
  links: readonly Link[],
  relations: readonly Relation[],
): ReadonlySet<number> =>
  new Set(
    links.flatMap(({ from, relation, also }) =>
      from.kind === "pull" &&
      from.repositoryId === repositoryId &&
      [relation, ...also.map((each) => each.relation)].some((each) => relations.includes(each))
        ? [from.number]
        : [],
    ),
  );
