import { expect, test } from "vitest";
import { renderAuditCsv } from "./audit-csv.ts";
import { SAMPLE_AUDIT } from "./testing/sample-audit.ts";

const text = renderAuditCsv(SAMPLE_AUDIT);

test("a head and every item, with what is unknown written as such", () => {
  expect(text).toMatch(/^number,sha,mergedAt,author,title,kind,isFix,hasTest,/);
  expect(text).toContain(",true,true,e2e,gated,executed,covered,");
  expect(text).toContain(",unknown,unknown,none,none,tested,unknown,");
});

test("a title that a spreadsheet would run is escaped", () => {
  expect(text).toContain("'=cmd");
  expect(text).not.toMatch(/,=cmd/);
});

test("no items are a head alone", () => {
  expect(
    renderAuditCsv({ ...SAMPLE_AUDIT, items: [] })
      .trimEnd()
      .split("\n"),
  ).toHaveLength(1);
});
