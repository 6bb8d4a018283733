import { GateFilter } from "#/lib/contract/gate-filter.ts";
import type { GatesView } from "#/lib/contract/gates.ts";
import { db } from "#/lib/store/db.ts";
import { countHeld } from "./count-held.ts";
import { filterGates } from "./filter-gates.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { loadGateScope, type RepositoryWithGates } from "./gate-scope.ts";
import { type StoredFinding, toFindingView, toGateView } from "./gate-view.ts";
import { readOrphans } from "./orphans.ts";
import { readRequiredChecks } from "./required-checks.ts";
import { whyNotRead } from "./why-not-read.ts";

/** The gate catalogue of a program: what each gate is, what is wrong with it, how many items it holds up; and the tests and demands that no gate stands behind. */
export async function readGatesOrThrow({
  slug,
  filter = GateFilter.parse({}),
}: {
  slug: string;
  filter?: GateFilter;
}): Promise<GatesView> {
  const program = await findProgramOrThrow(slug);
  const { sample } = program;
  const all = await loadGateScope(program.id);
  const scope = all.filter(({ alias }) => filter.repo === undefined || alias === filter.repo);
  const [findings, holds, requiredChecks, orphans] = await Promise.all([
    loadFindings(all),
    countHeld(program.id, program.policy.rules.rung),
    readRequiredChecks(scope),
    readOrphans(program.id, scope),
  ]);
  const gates = all.flatMap((place) =>
    place.gates.map((gate) =>
      toGateView(gate, { place, findings: findings.get(place.id) ?? [], holds, sample }),
    ),
  );
  return {
    gates: filterGates(gates, filter),
    counts: {
      all: gates.length,
      masked: gates.filter(({ masked }) => masked).length,
      notRequired: gates.filter(({ required }) => required === "no").length,
      unknown: gates.filter(({ required }) => required === null).length,
    },
    repos: all.map(({ alias }) => alias),
    fileFindings: scope.flatMap((place) =>
      (findings.get(place.id) ?? []).filter(isOfFile).map((finding) => ({
        alias: place.alias,
        workflow: finding.workflow,
        ...toFindingView(finding, place, sample),
      })),
    ),
    notRead: scope.flatMap(({ alias, streams, syncEnabled }) => {
      const why = whyNotRead(streams, "workflows", syncEnabled);
      return why === null ? [] : [{ alias, why }];
    }),
    requiredChecks,
    orphans,
  };
}

// What a branch demands in vain belongs to no file; it stands with the demands.
const isOfFile = ({ job, workflow }: StoredFinding): boolean => job === null && workflow !== "";

async function loadFindings(
  scope: readonly RepositoryWithGates[],
): Promise<ReadonlyMap<number, readonly StoredFinding[]>> {
  const findings = await db.finding.findMany({
    where: { repositoryId: { in: scope.map(({ id }) => id) } },
    orderBy: [{ workflow: "asc" }, { line: "asc" }, { id: "asc" }],
  });
  return Map.groupBy(findings, ({ repositoryId }) => repositoryId);
}
