import "server-only";
import type { DeclaredPlace } from "#/components/gap/declared-place.ts";
import { findProgramOrThrow } from "#/lib/read/find-program.ts";
import { readRepositoryRows } from "#/lib/read/repository-rows.ts";

/** Where a gap can be declared, the audited repositories first. */
export async function readPlaces(slug: string): Promise<DeclaredPlace[]> {
  const { rows } = await readRepositoryRows(await findProgramOrThrow(slug));
  return rows.map(({ alias, audit }) => ({ alias, audited: audit !== null }));
}
