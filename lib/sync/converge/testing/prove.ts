import { afterAll, beforeAll, expect, test } from "vitest";
import { closeQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { play, told } from "./scenario.ts";
import { SKINS } from "./skins.ts";

/** So many histories are played whenever the tests run; more of them by `npm run soak -- --seeds 5000`. */
const SEEDS = Number(process.env.SEEDS ?? 200);
const FROM = Number(process.env.FROM ?? 0);
const MAX_MS = 900_000;

/** One test for each of these forges, over the seeds that are its own. */
export function prove(names: readonly string[]): void {
  beforeAll(writeLater);
  afterAll(closeQueue);
  test.each(names)(
    "%s: whatever happened, after a quiet while and one sweep the database is as the forge",
    async (name) => {
      const index = SKINS.findIndex((skin) => skin.name === name);
      const failed: string[] = [];
      for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
        if (seed % SKINS.length !== index) continue;
        const played = await play(seed);
        if (played.wrong.length > 0) failed.push(told(played));
      }
      expect(failed.join("\n")).toBe("");
    },
    MAX_MS,
  );
}

/** Half of the time goes into waiting for the disk otherwise, and nothing here has to outlive a power cut. */
async function writeLater(): Promise<void> {
  const [row] = await db.$queryRaw<{ name: string }[]>`select current_database() as name`;
  await db.$executeRawUnsafe(`alter database "${row?.name}" set synchronous_commit to off`);
  // Who is connected already keeps what it began with.
  await db.$disconnect();
}
