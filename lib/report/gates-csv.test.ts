import { expect, test } from "vitest";
import { renderGatesCsv } from "./gates-csv.ts";
import { SAMPLE_GATES, UNLISTED_GATES } from "./testing/sample-gates.ts";

test("a head, then gates, findings and tests, told apart by the first column", () => {
  const rows = renderGatesCsv(SAMPLE_GATES).match(/^\w+,/gm);
  const times = (row: string, count: number) => Array<string>(count).fill(`${row},`);
  expect(rows).toEqual([
    ...times("row", 1),
    ...times("gate", 4),
    ...times("finding", 6),
    ...times("orphan", 2),
    ...times("off_pull_requests", 1),
    ...times("unclear", 1),
  ]);
});

test("a finding has its file, line and job, and what is not known is written as such", () => {
  const text = renderGatesCsv(SAMPLE_GATES);
  expect(text).toContain(
    "finding,.github/workflows/checks.yml,9,unit,masked,,,,,,,,,,its failure is swallowed by || true,",
  );
  expect(renderGatesCsv(UNLISTED_GATES)).toContain(",true,false,unknown,src/,");
});

test("a name that a spreadsheet would run is escaped", () => {
  const text = renderGatesCsv(SAMPLE_GATES);
  expect(text).toContain("'=a/unit.test.ts");
  expect(text).toContain("'@team | =cmd");
  expect(text).not.toMatch(/(^|,)"?[=@]/m);
});

test("no gates are a head alone", () => {
  const none = { ...SAMPLE_GATES, gates: [], findings: [], orphans: [], offPullRequests: [] };
  expect(
    renderGatesCsv({ ...none, unclear: [] })
      .trimEnd()
      .split("\n"),
  ).toHaveLength(1);
});
