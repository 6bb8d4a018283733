import { db } from "./db.ts";

/** When the oldest run that is not over was created; null where every run that is held is over. */
export async function loadOldestUnfinished(repositoryId: number): Promise<Date | null> {
  const row = await db.workflowRun.findFirst({
    where: { repositoryId, state: "pending" },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  return row?.createdAt ?? null;
}

/** The forge's ids of runs whose jobs were not read since they ended, newest first, at most so many; those under way are among them. */
export async function loadRunsWithoutJobs(
  repositoryId: number,
  atMost: number,
): Promise<readonly string[]> {
  const rows = await db.workflowRun.findMany({
    where: { repositoryId, jobsRead: false },
    orderBy: [{ createdAt: "desc" }, { externalId: "desc" }],
    take: atMost,
    select: { externalId: true },
  });
  return rows.map(({ externalId }) => externalId);
}
