import { formatBounds } from "#/lib/coverage/format-bounds.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";
import { HAS_TEST } from "#/lib/coverage/measure.ts";
import type { AuditDocument, AuditItem } from "./audit-document.ts";

const GAPS_SHOWN = 20;
const DIRECT_SHOWN = 10;

type DirectFix = NonNullable<AuditDocument["withoutPullRequest"]>[number];

/** The figures of an audit, each with its measure, its denominator, its population, and its bounds while something is unknown. */
export function measureRows(document: AuditDocument): readonly (readonly string[])[] {
  return document.measures.map((measured) => [
    measured.measure,
    figureOf(measured),
    `${measured.covered} of ${measured.of}`,
    String(measured.unknown ?? 0),
    measured.measure === HAS_TEST ? 'merged with a title "fix(…):"' : "merged fixes",
  ]);
}

/** What each column of a figure is called. */
export const MEASURE_HEADS = ["measure", "covered", "count", "unknown", "population"];

/** A share with its bounds; only the bounds where nothing is known to be covered, since 0.0 % would be a claim. */
function figureOf({ covered, of, unknown = 0 }: AuditDocument["measures"][number]): string {
  const range = formatBounds({
    inScope: of + unknown,
    covered,
    gap: of - covered,
    waived: 0,
    unknown,
  });
  if (unknown === 0 || range === null) return formatShare(covered, of);
  return covered === 0 ? range : `${formatShare(covered, of)} (${range})`;
}

/** The sentences that say what an audit looked at and what its figures leave out. */
export function scopeLines(document: AuditDocument): readonly string[] {
  const { merged, fixes, excluded, unknown } = document.population;
  const count = (verdict: AuditItem["verdict"]) =>
    document.items.filter((item) => item.verdict === verdict).length;
  return [
    `${document.repository} at ${document.head.slice(0, 12)}, as of ${document.asOf}, policy ${document.policy}`,
    ...windowLines(document),
    `${merged} merged pull requests: ${fixes} fixes, ${excluded} excluded, ${unknown} unclassified`,
    ...directLines(document),
    `By the policy's rung: ${count("covered")} covered, ${count("gap")} gaps, ${count("unknown")} unknown. A clone shows nothing above gated.`,
    ...(document.measures.some((measured) => (measured.unknown ?? 0) > 0)
      ? ["What is unknown at a measure is in its bounds and not in its percentage."]
      : []),
  ];
}

function directLines({ withoutPullRequest: direct = [] }: AuditDocument): readonly string[] {
  if (direct.length === 0) return [];
  const commits =
    direct.length === 1
      ? "1 commit that looks like a fix"
      : `${direct.length} commits that look like fixes`;
  return [`Excluded besides: ${commits}, with no pull request`];
}

function windowLines({ window }: AuditDocument): readonly string[] {
  if (!window) return [];
  const { since, until, limit } = window;
  const cuts = [
    ...(since === null ? [] : [`merged since ${since}`]),
    ...(until === null ? [] : [`merged until ${until}`]),
    ...(limit === null ? [] : [`at most the newest ${limit}`]),
  ];
  return [cuts.length === 0 ? "Window: the whole history" : `Window: ${cuts.join(", ")}`];
}

/** The gaps that a person reads first, newest first, and how many there are in all. */
export function firstGaps(document: AuditDocument): {
  readonly shown: readonly AuditItem[];
  readonly all: number;
} {
  const gaps = document.items.filter(({ verdict }) => verdict === "gap");
  return { shown: gaps.slice(0, GAPS_SHOWN), all: gaps.length };
}

/** The commits that look like fixes and that no pull request brought, newest first, and how many there are in all. */
export function firstDirect({ withoutPullRequest = [] }: AuditDocument): {
  readonly shown: readonly DirectFix[];
  readonly all: number;
} {
  return { shown: withoutPullRequest.slice(0, DIRECT_SHOWN), all: withoutPullRequest.length };
}

/** Control characters out of a title could redraw a terminal or break a table's row. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}
