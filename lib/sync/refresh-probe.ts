import type { Forge } from "#/lib/forge/forge.ts";
import { loadProbedAt, saveProbe } from "#/lib/store/save-probe.ts";

const EVERY_MS = 24 * 60 * 60 * 1000;

/** Asks a source once a day anew who it is and what its token may not do: servers are upgraded, and rights are changed. */
export async function refreshProbe(sourceId: number, forge: Forge, now: Date): Promise<void> {
  const probedAt = await loadProbedAt(sourceId);
  if (probedAt !== null && now.getTime() - probedAt.getTime() < EVERY_MS) return;
  const { version, limits } = await forge.probe();
  await saveProbe(sourceId, { version, limits: [...limits] }, now);
}
