import type { FoundEffect, FoundWork } from "./assessment.ts";
import type { Tx } from "./db.ts";

/** Replaces the work of a program by this. */
export async function saveWork(
  tx: Tx,
  programId: number,
  work: readonly FoundWork[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.work.deleteMany({ where: { programId } });
  await tx.work.createMany({
    data: work.map(({ measure, ordinal, piece }) => {
      const { key, kind, title, why, repository, gate, cluster, signOff, closes } = piece;
      const items = closes.flatMap((each) => ids.get(each) ?? []);
      const row = { programId, measure, ordinal, key, kind, title, why, repository, gate };
      return { ...row, clusterKey: cluster, signOff, items };
    }),
  });
}

/** Replaces what the open pull requests of a program would change by this. */
export async function saveEffects(
  tx: Tx,
  programId: number,
  effects: readonly FoundEffect[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.pullEffect.deleteMany({ where: { programId } });
  await tx.pullEffect.createMany({
    data: effects.map(({ closes, ...effect }) => ({
      programId,
      ...effect,
      closes: closes.flatMap((key) => ids.get(key) ?? []),
    })),
  });
}
