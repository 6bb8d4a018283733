import { z } from "zod";
import type { EvidenceView } from "#/lib/contract/item.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { db } from "#/lib/store/db.ts";

type EvidenceRow = {
  readonly rule: string;
  readonly rung: string;
  readonly path: string;
  readonly gate: string | null;
  readonly gateRepositoryId: number | null;
  readonly note: string;
};

const RungName = z.enum(RUNGS);

/** Evidence with where a person can open it: its file on the forge, and its gate in the catalogue. */
export async function evidenceViews(
  rows: readonly EvidenceRow[],
  repositoryId: number | null,
  sample: boolean,
): Promise<EvidenceView[]> {
  if (repositoryId === null || rows.length === 0) return [];
  const placeOf = (row: EvidenceRow) => row.gateRepositoryId ?? repositoryId;
  const repositories = await db.repository.findMany({
    where: { id: { in: [...new Set(rows.map(placeOf))] } },
    include: { gates: { select: { id: true, workflow: true, job: true } } },
  });
  const byId = new Map(repositories.map((repository) => [repository.id, repository]));
  return rows.map((row) => {
    const { rule, rung, path, gate, note } = row;
    const repository = byId.get(placeOf(row));
    const base =
      sample || !repository?.url
        ? null
        : `${repository.url}/src/branch/${repository.defaultBranch}`;
    const held = repository?.gates.find(({ workflow, job }) => `${workflow}:${job}` === gate);
    return {
      rule,
      rung: RungName.parse(rung),
      path,
      url: base && `${base}/${path.split("/").map(encodeURIComponent).join("/")}`,
      gate,
      gateId: held?.id ?? null,
      note,
    };
  });
}
