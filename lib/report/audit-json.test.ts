import { expect, test } from "vitest";
import { renderAuditJson } from "./audit-json.ts";
import { SAMPLE_AUDIT } from "./testing/sample-audit.ts";

test("one document that reads back the same", () => {
  const text = renderAuditJson(SAMPLE_AUDIT);
  expect(JSON.parse(text)).toEqual(SAMPLE_AUDIT);
  expect(text.endsWith("}\n")).toBe(true);
});
