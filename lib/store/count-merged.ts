import { db } from "./db.ts";

/** How many pull requests were merged in a repository in a window whose ends both belong to it. */
export const countMerged = (
  repositoryId: number,
  { since, until }: { readonly since: Date; readonly until: Date },
): Promise<number> =>
  db.pullRequest.count({
    where: { repositoryId, state: "merged", mergedAt: { gte: since, lte: until } },
  });
