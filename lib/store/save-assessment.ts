import { allocateItems } from "./allocate-items.ts";
import type { Assessment } from "./assessment.ts";
import { inTransaction, type Tx } from "./db.ts";
import { saveClassifications } from "./save-classifications.ts";
import { saveClusters } from "./save-clusters.ts";
import { saveDecay } from "./save-decay.ts";
import { saveGates } from "./save-gates.ts";
import { saveLinks } from "./save-links.ts";
import { saveOrphans } from "./save-orphans.ts";
import { saveSnapshot } from "./save-snapshot.ts";
import { saveStandings } from "./save-standings.ts";
import { saveEffects, saveWork } from "./save-work.ts";

/**
 * Replaces everything that is derived for a program, in one transaction. Two programs that share a
 * repository take turns, for its gates are one and the same.
 */
export async function saveAssessment(assessment: Assessment): Promise<void> {
  const { programId } = assessment;
  await inTransaction(async (tx) => {
    const shared = assessment.repositories.map(({ id }) => id);
    await tx.$queryRaw`select id from repository where id = any(${shared}) order by id for no key update`;
    const ids = await allocateItems(tx, programId, assessment.items);
    for (const repository of assessment.repositories) {
      // While the workflow files cannot be read the last catalogue stays.
      if (!repository.gatesRead.known) continue;
      await saveGates(tx, repository);
      await saveOrphans(tx, repository.id, repository.orphans);
    }
    await saveClassifications(tx, programId, assessment.repositories);
    await saveStandings(tx, assessment, ids);
    await saveDecay(tx, assessment, ids);
    await saveLinks(tx, programId, assessment.links);
    await saveClusters(tx, programId, assessment.clusters, ids);
    await saveWork(tx, programId, assessment.work, ids);
    await saveEffects(tx, programId, assessment.effects, ids);
    await saveCounts(tx, assessment);
    await saveSnapshot(tx, assessment);
    await tx.program.update({
      where: { id: programId },
      data: { assessedAt: assessment.at, wordsJudged: assessment.words },
    });
  });
}

async function saveCounts(
  tx: Tx,
  { programId, at, repositories, tallies, days }: Assessment,
): Promise<void> {
  await tx.repositoryAudit.deleteMany({ where: { programId } });
  await tx.repositoryAudit.createMany({
    data: repositories.map(({ id, audit, direct }) => ({
      programId,
      repositoryId: id,
      assessedAt: at,
      ...audit,
      ...(direct.known ? { direct: direct.value.length } : { directWhy: direct.why }),
    })),
  });
  await tx.repositoryTally.deleteMany({ where: { programId } });
  await tx.repositoryTally.createMany({ data: tallies.map((tally) => ({ programId, ...tally })) });
  await tx.dailyCount.deleteMany({ where: { programId } });
  await tx.dailyCount.createMany({
    data: days.flatMap(({ measure, points }) =>
      points.map(({ day, tally }) => ({
        programId,
        measure,
        day: new Date(`${day}T00:00:00Z`),
        ...tally,
      })),
    ),
  });
}
