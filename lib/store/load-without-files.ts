import { db } from "./db.ts";

/** Numbers of merged pull requests whose files were never read, newest merge first. */
export async function loadPullRequestsWithoutFiles(
  repositoryId: number,
  since: Date | null,
): Promise<number[]> {
  const rows = await db.pullRequest.findMany({
    where: {
      repositoryId,
      state: "merged",
      filesKnown: false,
      filesWhy: null,
      ...(since ? { mergedAt: { gte: since } } : {}),
    },
    orderBy: [{ mergedAt: "desc" }, { number: "desc" }],
    select: { number: true },
  });
  return rows.map((row) => row.number);
}
