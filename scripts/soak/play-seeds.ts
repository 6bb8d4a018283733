export type Seeds = { readonly from: number; readonly count: number; readonly step: number };

/** Plays seeds one after the other in this process and tells of each; how many failed. */
export async function playSeeds(
  { from, count, step }: Seeds,
  tell: (line: { seed: number; failed: string | null }) => void,
): Promise<number> {
  const { play, told } = await import("#/lib/sync/converge/testing/scenario.ts");
  const { closeQueue } = await import("#/lib/jobs/queue.ts");
  const { db } = await import("#/lib/store/db.ts");
  let failed = 0;
  for (let seed = from; seed < from + count; seed += step) {
    const played = await play(seed);
    if (played.wrong.length > 0) failed += 1;
    tell({ seed, failed: played.wrong.length > 0 ? told(played) : null });
  }
  await closeQueue();
  await db.$disconnect();
  return failed;
}
