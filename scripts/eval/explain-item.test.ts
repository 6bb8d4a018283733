import { expect, test } from "vitest";
import type { AuditItem } from "#/lib/report/audit-document.ts";
import { explainItem } from "./explain-item.ts";

test("every reason is shown, of fields that are not known yet too", () => {
  const item = {
    number: 1,
    title: "a title",
    isFix: true,
    unknownAbove: null,
    why: ["title-type: fix"],
    evidence: [{ rule: "names", path: "a.sh", gate: null, note: "line 3" }],
    steps: [{ step: "patch", says: { why: "adds an assertion", lines: [3, 4] } }],
  } as unknown as AuditItem;
  expect(explainItem(item)).toEqual([
    "isFix=true unknownAbove=null",
    "why: title-type: fix",
    "evidence: names · a.sh · line 3",
    "steps: patch · adds an assertion · 3 · 4",
  ]);
});
