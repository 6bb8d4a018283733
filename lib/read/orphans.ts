import type { OrphansView } from "#/lib/contract/gates.ts";
import { db } from "#/lib/store/db.ts";
import { ORPHAN_STATES, type OrphanState } from "#/lib/store/save-orphans.ts";
import type { RepositoryWithGates } from "./gate-scope.ts";
import { whyNotRead } from "./why-not-read.ts";

const NOT_JUDGED = "It was not judged since its files were read.";

/** The test files of each repository that no pull request is known to run, or why that is not known. */
export async function readOrphans(
  programId: number,
  scope: readonly RepositoryWithGates[],
): Promise<OrphansView[]> {
  const repositoryId = { in: scope.map(({ id }) => id) };
  const [tests, audits] = await Promise.all([
    db.orphanTest.findMany({ where: { repositoryId }, orderBy: { path: "asc" } }),
    db.repositoryAudit.findMany({
      where: { programId, repositoryId },
      select: { repositoryId: true },
    }),
  ]);
  const judged = new Set(audits.map((audit) => audit.repositoryId));
  const byRepository = Map.groupBy(tests, (test) => test.repositoryId);
  return scope.map(({ id, alias, streams, syncEnabled }) => {
    const why =
      whyNotRead(streams, "workflows", syncEnabled) ??
      whyNotRead(streams, "sources", syncEnabled) ??
      (judged.has(id) ? null : NOT_JUDGED);
    const own = why === null ? (byRepository.get(id) ?? []) : [];
    return {
      alias,
      why,
      tests: own.flatMap(({ path, state, why: because }) =>
        isState(state) ? [{ path, state, why: because }] : [],
      ),
    };
  });
}

const isState = (state: string): state is OrphanState =>
  ORPHAN_STATES.some((each) => each === state);
