import { escaped, markdownTable } from "./markdown-table.ts";
import type { ProgramDocument } from "./program-document.ts";
import {
  CLUSTER_HEADS,
  FIGURE_HEADS,
  figureRows,
  firstClusters,
  planText,
  scopeLines,
  unclusteredText,
  WORK_HEADS,
  workRows,
} from "./program-lines.ts";

/** How a program stands as Markdown for an issue or a report. */
export function renderProgramMarkdown(document: ProgramDocument): string {
  const blocks = [
    [`## ${escaped(document.program.name)}`],
    scopeLines(document).map((line) => `- ${escaped(line)}`),
    markdownTable(FIGURE_HEADS, figureRows(document)),
    ...clusterBlocks(document),
    ["### Plan"],
    [escaped(planText(document))],
    document.plan.first.length === 0 ? [] : markdownTable(WORK_HEADS, workRows(document)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function clusterBlocks(document: ProgramDocument): readonly (readonly string[])[] {
  const { rows, all } = firstClusters(document);
  const { gaps, measure } = document;
  if (gaps === 0) return [[escaped(`No gaps at ${measure}.`)]];
  return [
    [escaped(`### Clusters at ${measure}, largest ${rows.length} of ${all}, ${gaps} gaps in all`)],
    rows.length === 0 ? [] : markdownTable(CLUSTER_HEADS, rows),
    [`${escaped(unclusteredText(document))}.`],
  ];
}
