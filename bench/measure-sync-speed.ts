import { atLeast, atMost, type Measurement } from "./measurement.ts";
import { askChild } from "./sync/fork-child.ts";
import type { ScratchPostgres } from "./sync/scratch-postgres.ts";
import { type ServedForge, serveGenerated } from "./sync/serve-generated.ts";
import { type PullsSynced, syncPulls } from "./sync/sync-pulls.ts";

const [LIMIT_ROW, USUAL_ROW, GITEA_ROW] = [
  "sync_vs_limit_ratio",
  "sync_vs_usual_speedup",
  "gitea_10k_requests",
] as const;
export const SPEED_ROWS: readonly string[] = [LIMIT_ROW, USUAL_ROW, GITEA_ROW];

const PULLS = 10_000;
const USUAL_SAMPLE = 200;
const LATENCY_MS = 20;
const RUNS = 3;

type Limit = { readonly seconds: number; readonly pagesSeconds: number; readonly pulls: number };
type Usual = { readonly seconds: number; readonly pulls: number };

/** Our sync of ten thousand pull requests beside reading the same without writing it, and beside the usual way: the best of three each, by turns. */
export async function measureSyncSpeed(
  postgres: ScratchPostgres,
  say: (step: string) => void,
): Promise<Measurement[]> {
  say(`making a forge of ${PULLS} pull requests`);
  const options = { pulls: PULLS, version: "1.27.0", latencyMs: LATENCY_MS, withGit: true };
  await using forge = await serveGenerated(options);
  const runs: { ours: PullsSynced; limit: Limit; usual: Usual }[] = [];
  let requests: Measurement | null = null;
  for (let run = 1; run <= RUNS; run += 1) {
    say(`syncing them, reading them, and the usual way, ${run} of ${RUNS}`);
    const limit = await askChild<Limit>("loop-child.ts", { url: forge.url });
    await forge.counted();
    const ours = await syncPulls(postgres, forge, { withGit: true });
    requests ??= await requestsOf(forge);
    const input = { url: forge.url, sample: USUAL_SAMPLE };
    const usual = await askChild<Usual>("usual-child.ts", input, { env: await postgres.fresh() });
    runs.push({ ours, limit, usual });
  }
  const best = <Row extends { seconds: number }>(rows: readonly Row[]) =>
    rows.reduce((least, row) => (row.seconds < least.seconds ? row : least));
  const ours = best(runs.map((run) => run.ours));
  const limit = best(runs.map((run) => run.limit));
  const usual = best(runs.map((run) => run.usual));
  return [
    atMost(LIMIT_ROW, ours.seconds / limit.seconds, 2, "", noteOfLimit(ours, limit)),
    atLeast(USUAL_ROW, rateOf(ours) / rateOf(usual), 10, "", noteOfUsual(ours, usual)),
    ...(requests ? [requests] : []),
  ];
}

const rateOf = ({ pulls, seconds }: { pulls: number; seconds: number }): number => pulls / seconds;

function noteOfLimit(ours: PullsSynced, limit: Limit): string {
  const pages = `${limit.pagesSeconds.toFixed(1)} s of it for pages`;
  const walk = `${ours.walkSeconds.toFixed(1)} s of it for pages`;
  const alone = (ours.seconds / limit.pagesSeconds).toFixed(2);
  return `${ours.seconds.toFixed(1)} s (${walk}), the loop with one clone ${limit.seconds.toFixed(1)} s (${pages}); beside the pages alone ${alone}`;
}

const noteOfUsual = (ours: PullsSynced, usual: Usual): string =>
  `${Math.round(rateOf(ours))} pull requests a second, the usual way ${rateOf(usual).toFixed(1)} on the newest ${usual.pulls} of them`;

async function requestsOf(forge: ServedForge): Promise<Measurement> {
  const { api, byEndpoint } = await forge.counted();
  const fetches = byEndpoint["GIT GET info/refs"] ?? 0;
  const files = byEndpoint["GET /repos/{owner}/{repo}/pulls/{index}/files"] ?? 0;
  const note = `and ${fetches} git fetch; ${files} of them for files that git could not tell`;
  const row = atMost(GITEA_ROW, api, 250, "requests", note);
  return fetches === 1 ? row : { ...row, holds: false };
}
