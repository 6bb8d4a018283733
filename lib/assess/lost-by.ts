import type { Lost } from "#/lib/coverage/gate/decay/why-lost.ts";
import { heightOf, type Rung } from "#/lib/coverage/rung/rungs.ts";
import type { ItemBefore, JudgedItem } from "#/lib/store/assessment.ts";

export type LostGate = Lost & { readonly repositoryId: number };

/** The gates that had held an item higher than it stands now, and that hold it there no longer. */
export function lostBy(was: ItemBefore, item: JudgedItem): readonly LostGate[] {
  const { standing } = item;
  const before = byGate(was.evidence, was.rung, item.repositoryId);
  const after = byGate(standing.evidence, standing.rung, item.repositoryId);
  return [...before].flatMap(([key, shown]) => {
    const kept = (after.get(key) ?? []).map(({ rung }) => heightOf(rung));
    const gone = shown
      .filter(({ rung }) => heightOf(rung) > Math.max(0, ...kept))
      .toSorted((one, other) => heightOf(one.rung) - heightOf(other.rung));
    const [first, last] = [gone[0], gone.at(-1)];
    // Something else still holds it as high.
    if (!first || !last || heightOf(last.rung) <= heightOf(standing.rung)) return [];
    const { gate, repositoryId, rung: from } = first;
    const paths = [...new Set(gone.map(({ path }) => path))];
    const files = repositoryId === item.repositoryId ? item.paths : null;
    return [{ repositoryId, gate, from, to: last.rung, paths, files, standing }];
  });
}

type Shown = {
  readonly gate: string | null;
  readonly rung: Rung;
  readonly path: string;
  readonly repositoryId?: number | null;
};

const GATED = heightOf("gated");

/** What a gate gives, up to the rung that counts; of one that gives nothing only a test may be told. */
function byGate(evidence: readonly Shown[], reached: Rung, own: number) {
  const given = evidence.flatMap(({ gate, rung, path, repositoryId }) =>
    gate !== null && heightOf(rung) >= GATED && heightOf(rung) <= heightOf(reached)
      ? [{ gate, rung, path, repositoryId: repositoryId ?? own }]
      : [],
  );
  return Map.groupBy(given, ({ gate, repositoryId }) => `${repositoryId} ${gate}`);
}
