import { stringify } from "csv-stringify/sync";
import type { GatesDocument } from "./gates-document.ts";
import { allFindings } from "./gates-findings.ts";
import { looseTests, testsOf } from "./gates-tests.ts";

/** The gates of a clone as CSV: a row for each gate, then each finding, then each test that no pull request is known to run, told apart by the first column; a text that a spreadsheet would run as a formula is escaped. */
export function renderGatesCsv(document: GatesDocument): string {
  const gates = document.gates.map((gate) => ({
    row: "gate",
    workflow: gate.workflow,
    line: gate.line,
    job: gate.job,
    kind: gate.kind,
    name: gate.name,
    triggers: gate.triggers.join("; "),
    branches: gate.branches.join("; "),
    paths: gate.paths.join("; "),
    runsOnPullRequest: String(gate.runsOnPullRequest),
    masked: String(gate.masked),
    tests: testsOf(gate),
    testPatterns: gate.tests.patterns.join("; "),
    why: gate.maskReason ?? "",
  }));
  const findings = allFindings(document).map(({ message, ...finding }) => ({
    row: "finding",
    ...finding,
    why: message,
  }));
  const tests = looseTests(document).flatMap((list) =>
    list.tests.map(({ path, why, lintedBy }) => ({
      row: list.row,
      path,
      why,
      lintedBy: lintedBy.join("; "),
    })),
  );
  const rows = [...gates, ...findings, ...tests];
  return stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true });
}

const COLUMNS = [
  "row",
  "workflow",
  "line",
  "job",
  "kind",
  "name",
  "triggers",
  "branches",
  "paths",
  "runsOnPullRequest",
  "masked",
  "tests",
  "testPatterns",
  "path",
  "why",
  "lintedBy",
];
