import type { FoundDecay, JudgedItem } from "#/lib/store/assessment.ts";
import { loadEvidenceBefore } from "#/lib/store/load-evidence-before.ts";
import { loadGatesBefore } from "#/lib/store/load-gates-before.ts";
import type { ProgramFacts } from "#/lib/store/load-program-facts.ts";
import { findDecay, type PlaceNow } from "./find-decay.ts";

/** What became of gates since the program was last judged, with the items that fell by it. */
export async function decaysOf(
  { id: programId, policyVersion }: Pick<ProgramFacts, "id" | "policyVersion">,
  items: readonly JudgedItem[],
  places: readonly PlaceNow[],
): Promise<readonly FoundDecay[]> {
  const before = await loadEvidenceBefore({ programId, policyVersion, items });
  if (before.length === 0) return [];
  const gatesBefore = await loadGatesBefore(places.map(({ id }) => id));
  return findDecay({ before, gatesBefore, places, items });
}
