import { aligned } from "./aligned.ts";
import { plainText } from "./audit-lines.ts";
import type { ProgramDocument } from "./program-document.ts";
import {
  FIGURE_HEADS,
  figureRows,
  firstClusters,
  planText,
  scopeLines,
  unclusteredText,
  workRows,
} from "./program-lines.ts";

/** How a program stands as text for a terminal. */
export function renderProgramTable(document: ProgramDocument): string {
  const blocks = [
    scopeLines(document).map(plainText),
    plain([FIGURE_HEADS, ...figureRows(document)]),
    clusterLines(document),
    [planText(document), ...indented(workRows(document))],
  ];
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function clusterLines(document: ProgramDocument): readonly string[] {
  const { rows, all } = firstClusters(document);
  const { gaps, measure } = document;
  if (gaps === 0) return [`No gaps at ${measure}.`];
  return [
    `Clusters of the gaps at ${measure}, largest ${rows.length} of ${all}; ${gaps} gaps in all:`,
    ...indented(rows),
    plainText(unclusteredText(document)),
  ];
}

const indented = (rows: readonly (readonly string[])[]): readonly string[] =>
  plain(rows).map((line) => `  ${line}`);

/** Names and titles are other people's text. */
const plain = (rows: readonly (readonly string[])[]): readonly string[] =>
  aligned(rows.map((row) => row.map(plainText)));
