import { z } from "zod";
import type { BurndownSeries, MeasureTally, OverviewView } from "#/lib/contract/overview.ts";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { addTallies } from "#/lib/coverage/tally.ts";
import { db } from "#/lib/store/db.ts";
import { readClustersOrThrow } from "./clusters.ts";
import { type FoundProgram, findProgramOrThrow } from "./find-program.ts";
import { programView } from "./program.ts";
import { readRepositoryRows } from "./repository-rows.ts";
import { countUntriaged } from "./triaged.ts";

const TOP_CLUSTERS = 5;

/** How a program stands: every measure over its audited repositories, per repository, over time, and its largest clusters. */
export async function readOverviewOrThrow(input: {
  slug: string;
  clock: Date;
  measure?: Measure | undefined;
}): Promise<OverviewView> {
  const program = await findProgramOrThrow(input.slug);
  const measure = input.measure ?? program.policy.rules.rung;
  const { rows, issues, issuesUnread } = await readRepositoryRows(program);
  const audited = rows.filter((row) => row.audit !== null);
  const clusters = await readClustersOrThrow({ slug: input.slug, measure });
  return {
    program: await programView(program, input.clock),
    audited: audited.length,
    inScopeRepositories: rows.length,
    measures: sum(audited.map((row) => row.audit?.measures ?? [])),
    issues: sum(issues),
    issuesUnread,
    untriaged: await countUntriaged(program.id, program.policy.rules.rung, input.clock),
    repositories: rows,
    burndown: await readBurndown(program, measure),
    clusters: clusters.clusters.slice(0, TOP_CLUSTERS),
    baseline: Baseline.nullable().catch(null).parse(program.baseline),
  };
}

const Baseline = z.object({ text: z.string(), percent: z.number(), source: z.string() });

const sum = (repositories: readonly (readonly MeasureTally[])[]): MeasureTally[] =>
  MEASURES.map((measure) => ({
    measure,
    tally: addTallies(
      repositories.flatMap((tallies) =>
        tallies.filter((row) => row.measure === measure).map((row) => row.tally),
      ),
    ),
  }));

async function readBurndown(program: FoundProgram, measure: Measure): Promise<BurndownSeries> {
  const rows = await db.dailyCount.findMany({
    where: { programId: program.id, measure },
    orderBy: { day: "asc" },
  });
  const points = rows.map(({ day, inScope, covered, gap, waived, unknown }) => ({
    day: day.toISOString().slice(0, 10),
    inScope,
    covered,
    gap,
    waived,
    unknown,
  }));
  return { measure, points, missing: missing(points, measure) };
}

function missing(
  points: readonly { inScope: number; unknown: number; gap: number; covered: number }[],
  measure: Measure,
) {
  const last = points.at(-1);
  if (!last || last.inScope === 0) return "Nothing was assessed yet.";
  return last.unknown > 0
    ? `What "${measure}" needs is not read yet: ${last.unknown} of ${last.inScope} are unknown, so this line shows certain gaps only.`
    : null;
}
