import type { OrphanTest, TestsWithoutGate } from "#/lib/coverage/gate/orphan-tests.ts";
import type { Tx } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

/** How a test file stands that no pull request is known to run. */
export const ORPHAN_STATES = ["orphan", "off_pull_requests", "unclear"] as const;
export type OrphanState = (typeof ORPHAN_STATES)[number];

/** Replaces the test files of a repository that no pull request is known to run; null, where its files are not known, leaves none. */
export async function saveOrphans(
  tx: Tx,
  repositoryId: number,
  tests: TestsWithoutGate | null,
): Promise<void> {
  await tx.orphanTest.deleteMany({ where: { repositoryId } });
  if (tests === null) return;
  const rows = [
    ...rowsOf(tests.unclear, "unclear"),
    ...rowsOf(tests.offPullRequests, "off_pull_requests"),
    ...rowsOf(tests.orphans, "orphan"),
  ];
  await tx.$executeRaw`
    insert into orphan_test (repository_id, path, state, why)
    select ${repositoryId}, r.path, r.state, r.why
      from jsonb_to_recordset(${recordset(lastOfEach(rows, ({ path }) => path))}::jsonb) as r(
           path text, state text, why text)`;
}

const rowsOf = (tests: readonly OrphanTest[], state: OrphanState) =>
  tests.map(({ path, why }) => ({ path, state, why }));
