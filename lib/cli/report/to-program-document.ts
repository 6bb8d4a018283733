import type { ClustersView } from "#/lib/contract/clusters.ts";
import type { MeasureTally, OverviewView } from "#/lib/contract/overview.ts";
import type { PlanView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { EMPTY_TALLY } from "#/lib/coverage/tally.ts";
import type { ProgramDocument } from "#/lib/report/program-document.ts";
import { figureOf, percentOf } from "#/lib/report/program-figure.ts";

export type ReportViews = {
  readonly overview: OverviewView;
  readonly clusters: ClustersView;
  readonly plan: PlanView;
  /** Only this measure; null for every one. */
  readonly only: Measure | null;
};

const WORK_FIRST = 5;

/** What the pages show of a program as one document; pure. */
export function toProgramDocument(views: ReportViews): ProgramDocument {
  const { overview, clusters } = views;
  const { program } = overview;
  return {
    schema: "gateline.report/1",
    program: {
      slug: program.slug,
      name: program.name,
      sample: program.sample,
      archived: program.archived,
      timeZone: program.timeZone,
      fixesSince: program.fixesSince,
    },
    asOf: program.now,
    assessedAt: program.assessedAt,
    judging: program.judging,
    policy: `${program.policyName}@${program.policyVersion}`,
    measure: clusters.measure,
    audited: overview.audited,
    inScopeRepositories: overview.inScopeRepositories,
    repositories: overview.repositories.map(({ alias, fullName, audit, notice }) => ({
      alias,
      repository: fullName,
      audited: audit !== null,
      notice,
    })),
    measures: measuresOf(views),
    issues: figureOf(tallyAt(overview.issues, clusters.measure)),
    issuesUnread: overview.issuesUnread,
    ...gathered(clusters),
    plan: planOf(views.plan),
  };
}

const tallyAt = (tallies: readonly MeasureTally[], asked: Measure) =>
  tallies.find(({ measure }) => measure === asked)?.tally ?? EMPTY_TALLY;

function measuresOf({ overview, only }: ReportViews): ProgramDocument["measures"] {
  return overview.measures
    .filter(({ measure }) => only === null || measure === only)
    .map(({ measure, tally }) => ({
      measure,
      ...figureOf(tally),
      repositories: overview.repositories.flatMap(({ alias, fullName, audit }) =>
        audit === null
          ? []
          : [{ alias, repository: fullName, ...figureOf(tallyAt(audit.measures, measure)) }],
      ),
    }));
}

function gathered({
  clusters,
  unclustered,
  gaps,
}: ClustersView): Pick<ProgramDocument, "gaps" | "clusters" | "unclustered"> {
  return {
    gaps,
    clusters: clusters.map(({ key, name, why, repositories }) => {
      // Its tally still counts what left the scope after the last assessment.
      const own = repositories.reduce((sum, row) => sum + row.gaps, 0);
      return { key, name, why, gaps: own, shareOfGaps: percentOf(own, gaps), repositories };
    }),
    unclustered,
  };
}

function planOf({ now, done, gaps, unknown, entries }: PlanView): ProgramDocument["plan"] {
  return {
    now,
    done,
    gaps,
    unknown,
    pieces: entries.length,
    first: entries.slice(0, WORK_FIRST).map(({ program, ...entry }) => ({
      key: entry.key,
      title: entry.title,
      kind: entry.kind,
      state: entry.state,
      priority: entry.priority,
      assignee: entry.assignee?.name ?? null,
      closes: entry.gaps.length,
      before: program?.before ?? null,
      after: program?.after ?? null,
    })),
  };
}
