import { atMost, type Measurement } from "./measurement.ts";
import type { ScratchPostgres } from "./sync/scratch-postgres.ts";
import { serveGenerated } from "./sync/serve-generated.ts";
import { syncPulls } from "./sync/sync-pulls.ts";

const ROW = "github_10k_requests";
export const REQUEST_ROWS: readonly string[] = [ROW];
const PULLS = 10_000;

/** How often GitHub is asked for ten thousand pull requests with their files. Gitea's figure is counted where its speed is measured. */
export async function measureSyncRequests(
  postgres: ScratchPostgres,
  say: (step: string) => void,
): Promise<Measurement[]> {
  say(`counting what GitHub is asked for ${PULLS} pull requests`);
  const options = { pulls: PULLS, version: null, latencyMs: 0, withGit: true };
  await using forge = await serveGenerated(options);
  const { files } = await syncPulls(postgres, forge, { withGit: true });
  const { api, points, byEndpoint } = await forge.counted();
  const fetches = byEndpoint["GIT GET info/refs"] ?? 0;
  const note = `${points} points of an hour's 5,000, and ${fetches} git fetch; ${files} files`;
  return [atMost(ROW, api, 450, "requests", note)];
}
