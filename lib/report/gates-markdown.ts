import type { GatesDocument } from "./gates-document.ts";
import { allFindings, placeOf } from "./gates-findings.ts";
import { catalogueLines, STANDING_HEADS, standingRows } from "./gates-lines.ts";
import { type LooseTests, looseTests, testsOf } from "./gates-tests.ts";
import { escaped, markdownTable } from "./markdown-table.ts";

/** The gates of a clone as Markdown for an issue or a report, with every finding and every test that no pull request is known to run. */
export function renderGatesMarkdown(document: GatesDocument): string {
  const blocks = [
    ["## Gates"],
    catalogueLines(document).map((line) => `- ${escaped(line)}`),
    gateTable(document),
    standingTable(document),
    findingTable(document),
    ...looseTests(document).map(testTable),
    document.orphans?.length === 0 ? ["No orphan tests."] : [],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function gateTable({ gates }: GatesDocument): readonly string[] {
  if (gates.length === 0) return ["No gates: no workflow file declares a job."];
  const rows = gates.map((gate) => [
    placeOf(gate.workflow, gate.line),
    gate.job,
    gate.kind,
    gate.runsOnPullRequest ? "yes" : "no",
    gate.masked ? (gate.maskReason ?? "yes") : "no",
    testsOf(gate),
    String(gate.findings.length),
  ]);
  const heads = ["place", "job", "kind", "on pull requests", "masked", "tests", "findings"];
  return markdownTable(heads, rows);
}

function standingTable(document: GatesDocument): readonly string[] {
  const rows = standingRows(document);
  return rows.length === 0
    ? []
    : ["### Jobs that stand for others", "", ...markdownTable(STANDING_HEADS, rows)];
}

function findingTable(document: GatesDocument): readonly string[] {
  const findings = allFindings(document);
  if (findings.length === 0) return ["No findings."];
  const rows = findings.map(({ workflow, line, job, kind, message }) => [
    placeOf(workflow, line),
    job ?? "",
    kind,
    message,
  ]);
  return ["### Findings", "", ...markdownTable(["place", "job", "finding", "what"], rows)];
}

function testTable({ head, tests }: LooseTests): readonly string[] {
  if (tests.length === 0) return [];
  const rows = tests.map(({ path, why }) => [path, why]);
  return [`### ${head}, ${tests.length}`, "", ...markdownTable(["test", "why"], rows)];
}
