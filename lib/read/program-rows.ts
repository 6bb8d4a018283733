import type { ProgramRow } from "#/lib/contract/program.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { addTallies } from "#/lib/coverage/tally.ts";
import { db } from "#/lib/store/db.ts";
import type { FoundProgram } from "./find-program.ts";
import { isJudging } from "./program.ts";

/** Every program with its figures at its own measure, those at work first. */
export async function readProgramRows(clock: Date): Promise<ProgramRow[]> {
  const rows = await db.program.findMany({
    orderBy: [{ archivedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
    include: {
      policies: { orderBy: { version: "desc" }, take: 1 },
      scope: true,
      tallies: true,
    },
  });
  const audits = await db.repositoryAudit.findMany({
    select: { programId: true, repositoryId: true },
  });
  const auditsOf = Map.groupBy(audits, ({ programId }) => programId);
  const judging = await judgingAmong(rows);
  return rows.flatMap((program): ProgramRow[] => {
    const policy = program.policies[0];
    if (!policy) return [];
    const { slug, name, sample, archivedAt, timeZone, fixesSince, standsAt } = program;
    const rules = PolicyRules.parse(policy.rules);
    // What left the scope has figures until the next assessment.
    const inScope = new Set(program.scope.map(({ repositoryId }) => repositoryId));
    const tallies = program.tallies.filter(
      ({ measure, repositoryId }) => measure === rules.rung && inScope.has(repositoryId),
    );
    const audited = auditsOf.get(program.id) ?? [];
    return [
      {
        slug,
        name,
        sample,
        archived: archivedAt !== null,
        archivedAt: archivedAt?.toISOString() ?? null,
        measure: rules.rung,
        policyName: rules.name,
        policyVersion: policy.version,
        timeZone,
        fixesSince: fixesSince.toISOString(),
        now: (standsAt ?? clock).toISOString(),
        audited: audited.filter(({ repositoryId }) => inScope.has(repositoryId)).length,
        inScopeRepositories: program.scope.length,
        fixes: addTallies(tallies.filter(({ population }) => population === "fix")),
        issues: addTallies(tallies.filter(({ population }) => population === "issue")),
        judging: judging.has(program.id),
      },
    ];
  });
}

type Row = Pick<FoundProgram, "id" | "words" | "wordsJudged"> & {
  readonly policies: readonly { readonly version: number }[];
};

async function judgingAmong(rows: readonly Row[]): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const { policies, ...row } of rows) {
    const [policy] = policies;
    if (policy && (await isJudging({ ...row, policy }))) found.add(row.id);
  }
  return found;
}
