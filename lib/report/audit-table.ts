import { aligned } from "./aligned.ts";
import type { AuditDocument } from "./audit-document.ts";
import {
  firstDirect,
  firstGaps,
  MEASURE_HEADS,
  measureRows,
  plainText,
  scopeLines,
} from "./audit-lines.ts";
import { firstOrphans } from "./audit-orphans.ts";

const TITLE_WIDTH = 70;

/** An audit as text for a terminal. */
export function renderAuditTable(document: AuditDocument): string {
  const { rungs } = document;
  const gaps = firstGaps(document);
  const blocks = [
    scopeLines(document).map(plainText),
    aligned([MEASURE_HEADS, ...measureRows(document)]),
    [`Highest rung of the fixes: none ${rungs.none}, tested ${rungs.tested}, gated ${rungs.gated}`],
    gateLines(document),
    orphanLines(document),
    clusterLines(document),
    gaps.all === 0
      ? ["No gaps."]
      : [
          `Gaps, newest ${gaps.shown.length} of ${gaps.all}:`,
          ...aligned(
            gaps.shown.map((item) => [
              `  #${item.number}`,
              item.mergedAt.slice(0, 10),
              item.rung,
              cut(plainText(item.title)),
            ]),
          ),
        ],
    directLines(document),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function gateLines({ gates }: AuditDocument): readonly string[] {
  if (gates.length === 0) return ["No gates: no workflow file declares a job."];
  const testing = gates.filter(({ kind }) =>
    ["unit", "integration", "e2e", "smoke"].includes(kind),
  );
  const rows = testing.map((gate) => [
    `  ${plainText(gate.workflow.replace(/^.*\//, ""))}:${plainText(gate.job)}`,
    gate.kind,
    gate.runsOnPullRequest ? "on pull requests" : "not on pull requests",
    gate.masked ? `masked: ${plainText(gate.maskReason ?? "")}` : "",
  ]);
  return [`Gates that test, ${testing.length} of ${gates.length} jobs:`, ...aligned(rows)];
}

function orphanLines(document: AuditDocument): readonly string[] {
  const orphans = firstOrphans(document);
  if (orphans === null) return [];
  const { head, shown, more } = orphans;
  if (more === null) return [plainText(head)];
  return [`${head}:`, ...[...shown, more].map((line) => `  ${plainText(line)}`)];
}

function directLines(document: AuditDocument): readonly string[] {
  const { shown, all } = firstDirect(document);
  if (all === 0) return [];
  const rows = shown.map(({ sha, committedAt, title }) => [
    `  ${sha.slice(0, 12)}`,
    committedAt.slice(0, 10),
    cut(plainText(title)),
  ]);
  return [`No pull request, newest ${shown.length} of ${all}:`, ...aligned(rows)];
}

function clusterLines({ clusters }: AuditDocument): readonly string[] {
  if (clusters.length === 0) return [];
  const rows = clusters.map(({ name, gaps, shareOfGaps }) => [
    `  ${plainText(name)}`,
    String(gaps),
    `${shareOfGaps.toFixed(1)} % of gaps`,
  ]);
  return ["Clusters of gaps:", ...aligned(rows)];
}

const cut = (text: string): string =>
  text.length > TITLE_WIDTH ? `${text.slice(0, TITLE_WIDTH - 1)}…` : text;
