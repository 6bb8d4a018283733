import type { Tx } from "./db.ts";
import { type ReadPull, versionOfPull } from "./pull-version.ts";
import { recordset } from "./recordset.ts";

/** Ends a look at pull requests by these gates: those of which no check can say more are not looked at again until they or the gates change, the others are, and so is what was written since it was read. */
export async function settleChecks(
  tx: Tx,
  input: {
    repositoryId: number;
    gatesMark: string;
    settled: readonly ReadPull[];
    due: readonly number[];
  },
): Promise<void> {
  const { repositoryId, gatesMark, settled, due } = input;
  await tx.$executeRaw`
    update pull_request p set checks_due = false
      from jsonb_to_recordset(${recordset(settled)}::jsonb) as r(number int, version text)
     where p.repository_id = ${repositoryId} and p.number = r.number and ${versionOfPull} = r.version
       and p.checks_due`;
  await tx.$executeRaw`
    update pull_request set checks_due = true
     where repository_id = ${repositoryId} and number = any(${[...due]}::int[]) and not checks_due`;
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
