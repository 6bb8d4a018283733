import { atMost, type Measurement } from "./measurement.ts";
import type { ScratchPostgres } from "./sync/scratch-postgres.ts";
import { serveGenerated } from "./sync/serve-generated.ts";
import { syncPulls } from "./sync/sync-pulls.ts";

const ROW = "sync_100k_peak_mb";
export const MEMORY_ROWS: readonly string[] = [ROW];
const PULLS = 100_000;

/** The most memory that a process ever has which syncs a hundred thousand pull requests and their files. */
export async function measureSyncMemory(
  postgres: ScratchPostgres,
  say: (step: string) => void,
): Promise<Measurement[]> {
  say(`making a forge of ${PULLS} pull requests, which takes a minute or two`);
  const options = { pulls: PULLS, version: "1.27.0", latencyMs: 0, withGit: true };
  await using forge = await serveGenerated(options);
  say("syncing them");
  const { peakMb, seconds, files } = await syncPulls(postgres, forge, { withGit: true });
  const note = `${files} files, in ${Math.round(seconds)} s`;
  return [atMost(ROW, peakMb, 512, "MB", note)];
}
