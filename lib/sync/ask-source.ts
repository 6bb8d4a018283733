import { AppError } from "#/lib/errors.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { Forge, ForgeProbe } from "#/lib/forge/forge.ts";
import { openForge, type SourceAddress } from "#/lib/forge/open-forge.ts";
import { loadSource } from "#/lib/store/load-source.ts";

// A person waits for these answers: tried again as often as elsewhere, but within about a second.
const WAIT_FIRST_MS = 50;

/** Asks a source that is not stored yet who it is and what its token may not do. */
export const probeSource = (address: SourceAddress): Promise<ForgeProbe> =>
  openForge(address, WAIT_FIRST_MS).probe();

/** Asks a stored source what another token may not do there. */
export const probeStored = async (sourceId: number, token: string): Promise<ForgeProbe> =>
  openForge({ ...(await loadSource(sourceId)), token }).probe();

/** A stored source, ready to be asked. */
export const openSource = async (sourceId: number): Promise<Forge> =>
  openForge(await loadSource(sourceId));

/** The facts of a repository of a stored source; refuses one that the source does not show. */
export async function findRepository(sourceId: number, fullName: string): Promise<RepositoryFact> {
  const source = await loadSource(sourceId);
  if (source.kind === "gitea" && !/^[^/\s]+\/[^/\s]+$/.test(fullName)) {
    throw new AppError("invalid", `${fullName} is not the name of a repository. Write owner/name.`);
  }
  return openForge(source, WAIT_FIRST_MS).repository(fullName);
}
