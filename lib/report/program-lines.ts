import { figureText, kindText, stateText } from "#/lib/contract/plan-text.ts";
import { count, formatDay, formatInstant } from "#/lib/format.ts";
import type { ProgramDocument } from "./program-document.ts";
import { sayFigure } from "./program-figure.ts";

const CLUSTERS_SHOWN = 20;

/** What each column of the figures is called. */
export const FIGURE_HEADS = [
  "measure",
  "repository",
  "covered",
  "count",
  "gap",
  "waived",
  "unknown",
  "in scope",
];

/** Every measure over all that is audited, and of each repository. */
export function figureRows({ measures }: ProgramDocument): readonly (readonly string[])[] {
  return measures.flatMap(({ measure, repositories, ...all }) =>
    [{ alias: "all audited", ...all }, ...repositories].map((figure) => [
      measure,
      figure.alias,
      sayFigure(figure),
      `${figure.covered} of ${figure.of}`,
      ...[figure.gap, figure.waived, figure.unknown, figure.inScope].map(String),
    ]),
  );
}

/** The sentences that say whose figures these are, by which rules, as of when, and what they leave out. */
export function scopeLines(document: ProgramDocument): readonly string[] {
  const { program, audited, inScopeRepositories: inScope } = document;
  const { timeZone } = program;
  return [
    `${program.name} (${program.slug}), as of ${formatInstant(document.asOf, timeZone)}, policy ${document.policy}`,
    ...(program.sample ? ["This is the sample program."] : []),
    ...(program.archived ? ["The program is in the archive."] : []),
    `Fixes merged since ${formatDay(program.fixesSince, timeZone)}; ${audited} of ${count(inScope, "repository", "repositories")} audited`,
    document.assessedAt === null
      ? "Nothing was judged yet."
      : `Judged ${formatInstant(document.assessedAt, timeZone)}`,
    ...(document.judging
      ? [
          "What counts was changed after that: these figures are the old ones until it is judged anew.",
        ]
      : []),
    ...document.repositories.flatMap(({ alias, notice, audited: isAudited }) => {
      const stands = isAudited ? alias : `${alias} is not audited`;
      return notice === null ? [] : [`${stands}: ${notice}`];
    }),
    ...issueLines(document),
  ];
}

function issueLines({ issues, issuesUnread, measure }: ProgramDocument): readonly string[] {
  const { covered, of, inScope } = issues;
  const figure =
    inScope === 0
      ? "none in scope"
      : `${inScope} in scope, ${covered} of ${of} covered, ${sayFigure(issues)}`;
  return [
    `Open issues, incidents and declared gaps at ${measure}, another population: ${figure}`,
    ...issuesUnread.map(({ alias, why }) => `Issues of ${alias} were not read: ${why}`),
  ];
}

export const CLUSTER_HEADS = ["gaps", "share of gaps", "of repositories", "cluster"];

/** The largest clusters that have gaps, and how many there are in all. */
export function firstClusters({ clusters }: ProgramDocument): {
  readonly rows: readonly (readonly string[])[];
  readonly all: number;
} {
  const open = clusters.filter(({ gaps }) => gaps > 0);
  const rows = open
    .slice(0, CLUSTERS_SHOWN)
    .map(({ gaps, shareOfGaps, repositories, name }) => [
      String(gaps),
      `${shareOfGaps.toFixed(1)} %`,
      repositories
        .map(({ alias, gaps: own, gapsOfRepository: of }) => `${own} of ${alias}’s ${of}`)
        .join(", "),
      name,
    ]);
  return { rows, all: open.length };
}

/** What is in no cluster, in words, without a full stop. */
export function unclusteredText({ unclustered }: ProgramDocument): string {
  const rest = unclustered.filter(({ gaps }) => gaps > 0);
  const all = rest.reduce((sum, { gaps }) => sum + gaps, 0);
  if (all === 0) return "Every gap is in a cluster";
  return `In no cluster: ${count(all, "gap")} (${rest.map(({ alias, gaps }) => `${alias} ${gaps}`).join(", ")})`;
}

export const WORK_HEADS = [
  "place",
  "priority",
  "kind",
  "state",
  "closes",
  "before → after",
  "work",
];

/** The pieces of work that come first. */
export function workRows({ plan }: ProgramDocument): readonly (readonly string[])[] {
  return plan.first.map(({ before, after, ...work }, at) => [
    String(at + 1),
    work.priority,
    kindText(work.kind),
    stateText(work.state),
    count(work.closes, "gap"),
    before === null || after === null
      ? "another population"
      : `${figureText(before, plan.unknown)} → ${figureText(after, plan.unknown)}`,
    work.title,
  ]);
}

/** What the plan comes to, in words. */
export function planText({ plan }: ProgramDocument): string {
  if (plan.pieces === 0)
    return plan.gaps === 0
      ? "Plan: nothing to do, there is no gap."
      : "Plan: no piece of work closes a gap.";
  const { now, done, unknown, first, pieces } = plan;
  return `Plan, first ${first.length} of ${count(pieces, "piece")} of work; covered now ${figureText(now, unknown)}, with all of it done ${figureText(done, unknown)}`;
}
