import { messageOf } from "../lib/errors.ts";
import { MEMORY_ROWS, measureSyncMemory } from "./measure-sync-memory.ts";
import { measureSyncPasses, PASS_ROWS } from "./measure-sync-passes.ts";
import { measureSyncRequests, REQUEST_ROWS } from "./measure-sync-requests.ts";
import { measureSyncSpeed, SPEED_ROWS } from "./measure-sync-speed.ts";
import type { Measurement } from "./measurement.ts";
import { notMeasured } from "./measurement.ts";
import { type ScratchPostgres, scratchPostgres } from "./sync/scratch-postgres.ts";

type Say = (step: string) => void;
type Part = {
  readonly rows: readonly string[];
  readonly measure: (postgres: ScratchPostgres, say: Say) => Promise<readonly Measurement[]>;
};

const PARTS: readonly Part[] = [
  { rows: SPEED_ROWS, measure: measureSyncSpeed },
  { rows: REQUEST_ROWS, measure: measureSyncRequests },
  { rows: PASS_ROWS, measure: measureSyncPasses },
  { rows: MEMORY_ROWS, measure: measureSyncMemory },
];

export const SYNC_ROWS: readonly string[] = PARTS.flatMap(({ rows }) => rows);

/** What a sync costs the forge in requests and us in time and memory, on generated forges that run as processes of their own. */
export async function measureSync(say: Say): Promise<Measurement[]> {
  const postgres = await scratchPostgres();
  const measured: Measurement[] = [];
  for (const { rows, measure } of PARTS) {
    // One that fails costs no other.
    const failed = (error: unknown) => rows.map((row) => notMeasured(row, messageOf(error)));
    measured.push(...(await measure(postgres, say).catch(failed)));
  }
  return measured;
}
