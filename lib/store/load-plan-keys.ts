import type { Db } from "./db.ts";

/** Which of these keys name a piece of work of the program, at any measure, or a gap that somebody declared and nobody withdrew. */
export async function loadPlanKeys(
  db: Db,
  programId: number,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const [work, declared] = await Promise.all([
    db.work.findMany({
      where: { programId, key: { in: [...keys] } },
      distinct: ["key"],
      select: { key: true },
    }),
    db.declaredGap.findMany({ where: { programId, withdrawnAt: null }, select: { id: true } }),
  ]);
  const there = new Set([
    ...work.map(({ key }) => key),
    ...declared.map(({ id }) => `declared:${id}`),
  ]);
  return new Set(keys.filter((key) => there.has(key)));
}
