import { db } from "./db.ts";

export type HeldRun = {
  readonly attempt: number | null;
  readonly state: string;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
};

/** What is held of these runs, by the forge's ids: as much as tells whether one has gone on. */
export async function loadHeldRuns(
  repositoryId: number,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, HeldRun>> {
  const rows = await db.workflowRun.findMany({
    where: { repositoryId, externalId: { in: [...externalIds] } },
    select: { externalId: true, attempt: true, state: true, startedAt: true, endedAt: true },
  });
  return new Map(rows.map((row) => [row.externalId, row]));
}
