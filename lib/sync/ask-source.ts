import { readEnv } from "#/lib/env.ts";
import { AppError } from "#/lib/errors.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { Forge, ForgeProbe } from "#/lib/forge/forge.ts";
import { openForge, type SourceAddress } from "#/lib/forge/open-forge.ts";
import { loadSource } from "#/lib/store/load-source.ts";
import { budgetOf } from "#/lib/store/rate-limits.ts";

// A person waits for these answers: tried again as often as elsewhere, but within a second or two.
const WAIT_FIRST_MS = 25;

/** Asks a source that is not stored yet who it is and what its token may not do. */
export const probeSource = (address: SourceAddress): Promise<ForgeProbe> =>
  openForge(address, { waitFirstMs: WAIT_FIRST_MS }).probe();

/** Asks a stored source what another token may not do there. */
export const probeStored = async (sourceId: number, token: string): Promise<ForgeProbe> =>
  openForge({ ...(await loadSource(sourceId)), token }, { waitFirstMs: WAIT_FIRST_MS }).probe();

/** One repository of a stored source, ready to be read: what is asked counts against the limit that all workers share, and files come by git where the forge offers it. */
export async function openRepositoryForge(input: {
  sourceId: number;
  repositoryId: number;
  signal?: AbortSignal;
}): Promise<Forge> {
  const { sourceId, repositoryId, signal } = input;
  const source = await loadSource(sourceId);
  const { cacheDirectory: directory, GATELINE_CACHE_MB } = readEnv();
  const bytesMax = GATELINE_CACHE_MB * 1024 * 1024;
  return openForge(source, {
    budget: budgetOf(sourceId, source.token ?? null),
    mirror: { directory, bytesMax, key: `${sourceId}-${repositoryId}` },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** The facts of a repository of a stored source; refuses one that the source does not show. */
export async function findRepository(sourceId: number, fullName: string): Promise<RepositoryFact> {
  const source = await loadSource(sourceId);
  const budget = budgetOf(sourceId, source.token ?? null, { interactive: true });
  if (source.kind !== "git" && !/^[^/\s]+\/[^/\s]+$/.test(fullName)) {
    throw new AppError("invalid", `${fullName} is not the name of a repository. Write owner/name.`);
  }
  return openForge(source, { waitFirstMs: WAIT_FIRST_MS, budget }).repository(fullName);
}
