import type { AuditDocument } from "./audit-document.ts";
import { firstDirect, firstGaps, MEASURE_HEADS, measureRows, scopeLines } from "./audit-lines.ts";
import { firstOrphans } from "./audit-orphans.ts";
import { escaped, markdownTable } from "./markdown-table.ts";

/** An audit as Markdown for an issue or a report. */
export function renderAuditMarkdown(document: AuditDocument): string {
  const { rungs } = document;
  const gaps = firstGaps(document);
  const blocks = [
    ["## Coverage audit"],
    scopeLines(document).map((line) => `- ${escaped(line)}`),
    markdownTable(MEASURE_HEADS, measureRows(document)),
    [
      `Highest rung of the fixes: none ${rungs.none}, tested ${rungs.tested}, gated ${rungs.gated}.`,
    ],
    gateTable(document),
    orphanList(document),
    clusterTable(document),
    gaps.all === 0
      ? ["No gaps."]
      : [
          `### Gaps, newest ${gaps.shown.length} of ${gaps.all}`,
          "",
          ...markdownTable(
            ["number", "merged", "rung", "title"],
            gaps.shown.map((item) => [
              `${item.number}`,
              item.mergedAt.slice(0, 10),
              item.rung,
              item.title,
            ]),
          ),
        ],
    directTable(document),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function gateTable({ gates }: AuditDocument): readonly string[] {
  if (gates.length === 0) return ["No gates: no workflow file declares a job."];
  const rows = gates.map((gate) => [
    gate.workflow,
    gate.job,
    gate.kind,
    gate.runsOnPullRequest ? "yes" : "no",
    gate.masked ? (gate.maskReason ?? "yes") : "no",
  ]);
  return [
    "### Gates",
    "",
    ...markdownTable(["workflow", "job", "kind", "on pull requests", "masked"], rows),
  ];
}

function orphanList(document: AuditDocument): readonly string[] {
  const orphans = firstOrphans(document);
  if (orphans === null) return [];
  const { head, shown, more } = orphans;
  if (more === null) return [escaped(head)];
  return [`### ${head}`, "", ...[...shown, more].map((line) => `- ${escaped(line)}`)];
}

function directTable(document: AuditDocument): readonly string[] {
  const { shown, all } = firstDirect(document);
  if (all === 0) return [];
  const rows = shown.map(({ sha, committedAt, title }) => [
    sha.slice(0, 12),
    committedAt.slice(0, 10),
    title,
  ]);
  return [
    `### No pull request, newest ${shown.length} of ${all}`,
    "",
    ...markdownTable(["commit", "date", "title"], rows),
  ];
}

function clusterTable({ clusters }: AuditDocument): readonly string[] {
  if (clusters.length === 0) return [];
  const rows = clusters.map(({ name, gaps, shareOfGaps, why }) => [
    name,
    `${gaps}`,
    `${shareOfGaps.toFixed(1)} %`,
    why,
  ]);
  return ["### Clusters", "", ...markdownTable(["cluster", "gaps", "share of gaps", "why"], rows)];
}
