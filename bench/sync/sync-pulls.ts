import { askChild } from "./fork-child.ts";
import type { ScratchPostgres } from "./scratch-postgres.ts";
import type { ServedForge } from "./serve-generated.ts";

/** One sync of all pull requests and their files. */
export type PullsSynced = {
  readonly seconds: number;
  /** Of them, the pages and what is written of them. */
  readonly walkSeconds: number;
  /** The most memory that its process ever had. */
  readonly peakMb: number;
  readonly pulls: number;
  readonly merged: number;
  /** Merged ones whose files are known. */
  readonly withFiles: number;
  readonly files: number;
};

// As lib/cli/up/run-server.ts starts the worker. What lives a page long is thrown away sooner: on a machine
// with much memory it is else kept for as long as there is room, and most of the process is such.
const WORKER_FLAGS = ["--max-semi-space-size=16"];

/** Syncs into an empty database with an empty cache; throws where it is not whole. */
export async function syncPulls(
  postgres: ScratchPostgres,
  { url, kind }: ServedForge,
  { withGit }: { withGit: boolean },
): Promise<PullsSynced> {
  const input = { url, kind, withGit };
  const how = { env: await postgres.fresh(), flags: WORKER_FLAGS };
  const synced = await askChild<PullsSynced>("sync-child.ts", input, how);
  const { merged, withFiles } = synced;
  if (withFiles < merged)
    throw new Error(`Only ${withFiles} of ${merged} merged pull requests have their files.`);
  return synced;
}
