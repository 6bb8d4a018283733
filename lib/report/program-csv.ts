import { stringify } from "csv-stringify/sync";
import type { ProgramDocument, ProgramFigure } from "./program-document.ts";

/** How a program stands as CSV, told apart by the first column: every measure over the program and per repository, then the clusters of gaps and, per repository, what is in none; a text that a spreadsheet would run as a formula is escaped. */
export function renderProgramCsv(document: ProgramDocument): string {
  const { program, policy, asOf, measure } = document;
  const figures = document.measures.flatMap(({ repositories, measure: of, ...all }) => [
    { row: "program", measure: of, ...cellsOf(all) },
    ...repositories.map(({ alias, repository, ...figure }) => ({
      row: "repository",
      measure: of,
      alias,
      repository,
      ...cellsOf(figure),
    })),
  ]);
  const gathered = [
    ...document.clusters.map(({ key, gaps }) => ({ row: "cluster", cluster: key, gap: gaps })),
    ...document.unclustered.map(({ alias, gaps }) => ({ row: "unclustered", alias, gap: gaps })),
  ].map((row) => ({ ...row, measure }));
  const rows = [...figures, ...gathered].map((row) => ({
    ...row,
    as_of: asOf,
    policy,
    program: program.slug,
  }));
  return stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true });
}

/** An empty cell is no number: nothing to divide by, or no bounds. */
function cellsOf({ inScope, percent, bounds, ...counts }: ProgramFigure) {
  return {
    ...counts,
    in_scope: inScope,
    percent: percent?.toFixed(1),
    low: bounds?.low.toFixed(1),
    high: bounds?.high.toFixed(1),
  };
}

const COLUMNS = [
  "row",
  "measure",
  "alias",
  "repository",
  "cluster",
  "covered",
  "of",
  "percent",
  "low",
  "high",
  "gap",
  "waived",
  "unknown",
  "in_scope",
  "as_of",
  "policy",
  "program",
];
