import { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { GapRow } from "#/lib/contract/gaps.ts";
import type { GateDetailView } from "#/lib/contract/gate.ts";
import { db } from "#/lib/store/db.ts";
import { countHeld } from "./count-held.ts";
import { fileUrl } from "./file-url.ts";
import { findGateOrThrow, readJobOf } from "./find-gate.ts";
import type { FoundProgram } from "./find-program.ts";
import { gapConditions } from "./gap-conditions.ts";
import { readGapRows } from "./gap-rows.ts";
import { toDefinitionView } from "./gate-definition.ts";
import { toGateView } from "./gate-view.ts";

type Question = {
  readonly slug: string;
  readonly id: number;
  readonly clock: Date;
  readonly actorId: number | null;
};

const ITEMS_MAX = 10;

/** One gate: what starts it, what it runs and selects, what is wrong with it, and what it holds up. */
export async function readGateOrThrow({
  slug,
  id,
  clock,
  actorId,
}: Question): Promise<GateDetailView> {
  const { program, place, gate } = await findGateOrThrow(slug, id);
  const { sample } = program;
  const [findings, holds, found, items] = await Promise.all([
    db.finding.findMany({
      where: { repositoryId: place.id, workflow: gate.workflow, job: gate.job },
      orderBy: [{ line: "asc" }, { id: "asc" }],
    }),
    countHeld(program.id, program.policy.rules.rung),
    readJobOf(gate),
    readItems(program, { id, clock, actorId }),
  ]);
  const placeOf = (path: string, line: number | null) => ({
    path,
    line,
    url: fileUrl(place, sample, path, line),
  });
  const idOf = (job: string) =>
    place.gates.find((other) => other.workflow === gate.workflow && other.job === job)?.id ?? null;
  return {
    gate: toGateView(gate, { place, findings, holds, sample }),
    branch: place.defaultBranch,
    definition: found.known
      ? toDefinitionView(found.value.job, { reading: found.value.reading, placeOf, idOf })
      : null,
    definitionWhy: found.known ? null : found.why,
    items,
  };
}

async function readItems(
  program: FoundProgram,
  { id, clock, actorId }: Omit<Question, "slug">,
): Promise<GapRow[]> {
  const measure = program.policy.rules.rung;
  const filter = GapFilter.parse({ gate: id });
  const where = gapConditions(filter, { programId: program.id, measure, now: clock });
  const rows = await readGapRows({
    where,
    measure,
    actorId,
    sort: filter.sort,
    page: 1,
    now: clock,
    sample: program.sample,
  });
  return rows.slice(0, ITEMS_MAX);
}
