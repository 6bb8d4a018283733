import { formatShare } from "#/lib/coverage/format-share.ts";
import type { AuditDocument, AuditItem } from "./audit-document.ts";

const GAPS_SHOWN = 20;

/** The figures of an audit, each with its measure, its denominator and its population. */
export function measureRows(document: AuditDocument): readonly (readonly string[])[] {
  return document.measures.map(({ measure, covered, of }) => [
    measure,
    formatShare(covered, of),
    `${covered} of ${of}`,
    measure === "has_test@1" ? 'merged with a title "fix(…):"' : "merged fixes",
  ]);
}

/** The sentences that say what an audit looked at and what its figures leave out. */
export function scopeLines(document: AuditDocument): readonly string[] {
  const { merged, fixes, excluded, unknown } = document.population;
  const undecided = document.items.filter(({ verdict }) => verdict === "unknown").length;
  return [
    `${document.repository} at ${document.head.slice(0, 12)}, as of ${document.asOf}, policy ${document.policy}`,
    `${merged} merged pull requests: ${fixes} fixes, ${excluded} excluded, ${unknown} unknown`,
    `Left out of the percentages: ${undecided} whose facts are missing. A clone shows nothing above gated.`,
  ];
}

/** The gaps that a person reads first, newest first, and how many there are in all. */
export function firstGaps(document: AuditDocument): {
  readonly shown: readonly AuditItem[];
  readonly all: number;
} {
  const gaps = document.items.filter(({ verdict }) => verdict === "gap");
  return { shown: gaps.slice(0, GAPS_SHOWN), all: gaps.length };
}

/** Control characters out of a title could redraw a terminal or break a table's row. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}
