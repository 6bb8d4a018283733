import type { Tx } from "./db.ts";

/** Ends a look at pull requests by these gates: those of which no check can say more are not looked at again until they or the gates change, the others are. */
export async function settleChecks(
  tx: Tx,
  input: {
    repositoryId: number;
    gatesMark: string;
    settled: readonly number[];
    due: readonly number[];
  },
): Promise<void> {
  const { repositoryId, gatesMark, settled, due } = input;
  await tx.$executeRaw`
    update pull_request set checks_due = (number = any(${[...due]}::int[]))
     where repository_id = ${repositoryId}
       and ((checks_due and number = any(${[...settled]}::int[]))
            or (not checks_due and number = any(${[...due]}::int[])))`;
  const key = { repositoryId, stream: "checks" };
  await tx.syncStream.upsert({
    where: { repositoryId_stream: key },
    create: { ...key, mark: gatesMark },
    update: { mark: gatesMark },
  });
}

/** The gates by which the pull requests of a repository were last looked at; null while they never were. */
export async function loadGatesMark(tx: Tx, repositoryId: number): Promise<string | null> {
  const key = { repositoryId, stream: "checks" };
  const row = await tx.syncStream.findUnique({ where: { repositoryId_stream: key } });
  return row?.mark ?? null;
}
