import { db } from "./db.ts";

/** When the oldest run that may still end was created; null where there is none. One that is older than `since` was given up by its forge, or is gone. */
export async function loadOldestUnfinished(
  repositoryId: number,
  since: Date,
): Promise<Date | null> {
  const row = await db.workflowRun.findFirst({
    where: { repositoryId, state: "pending", createdAt: { gte: since } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  return row?.createdAt ?? null;
}

/** A run as it was held when its jobs were asked for. */
export type RunAsked = {
  readonly externalId: string;
  readonly state: string;
  readonly attempt: number | null;
};

/** Runs whose jobs were not read since they ended, newest first, at most so many; those under way are among them, unless they are older than `since`. */
export async function loadRunsWithoutJobs(
  repositoryId: number,
  since: Date,
  atMost: number,
): Promise<readonly RunAsked[]> {
  return db.workflowRun.findMany({
    where: {
      repositoryId,
      jobsRead: false,
      OR: [{ state: { not: "pending" } }, { createdAt: { gte: since } }],
    },
    orderBy: [{ createdAt: "desc" }, { externalId: "desc" }],
    take: atMost,
    select: { externalId: true, state: true, attempt: true },
  });
}
