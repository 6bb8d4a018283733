import { ASKED_AGAIN } from "./asked-again.ts";
import { db } from "./db.ts";

/** Numbers of merged pull requests whose files were never read or could not be, newest merge first. */
export async function loadPullRequestsWithoutFiles(
  repositoryId: number,
  since: Date | null,
): Promise<number[]> {
  const rows = await db.pullRequest.findMany({
    where: {
      repositoryId,
      state: "merged",
      filesKnown: false,
      OR: [{ filesWhy: null }, { filesWhy: { startsWith: ASKED_AGAIN } }],
      ...(since ? { mergedAt: { gte: since } } : {}),
    },
    orderBy: [{ mergedAt: "desc" }, { number: "desc" }],
    select: { number: true },
  });
  return rows.map((row) => row.number);
}

/** The newest merge whose files are held; null when no list was ever read. */
export async function loadPullRequestWithFiles(repositoryId: number): Promise<number | null> {
  const row = await db.pullRequest.findFirst({
    where: { repositoryId, state: "merged", filesKnown: true },
    orderBy: [{ mergedAt: "desc" }, { number: "desc" }],
    select: { number: true },
  });
  return row?.number ?? null;
}
