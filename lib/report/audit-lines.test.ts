import { expect, test } from "vitest";
import { measureRows, scopeLines } from "./audit-lines.ts";
import { SAMPLE_AUDIT } from "./testing/sample-audit.ts";

const figure = (covered: number, of: number, unknown: number) =>
  measureRows({
    ...SAMPLE_AUDIT,
    measures: [{ measure: "gated", covered, of, percent: null, unknown }],
  })[0]?.slice(1, 4);

test.each([
  ["all is known", [1, 3, 0], ["33.3 %", "1 of 3", "0"]],
  ["something is unknown", [1, 3, 1], ["33.3 % (25.0 – 50.0 %)", "1 of 3", "1"]],
  ["nothing is known to be covered", [0, 3, 1], ["0 – 25.0 %", "0 of 3", "1"]],
  ["all is unknown", [0, 0, 4], ["0 – 100.0 %", "0 of 0", "4"]],
  ["no items", [0, 0, 0], ["no data", "0 of 0", "0"]],
] as const)("a figure where %s", (_name, [covered, of, unknown], expected) => {
  expect(figure(covered, of, unknown)).toEqual(expected);
});

const SINCE = "2026-06-01T00:00:00.000Z";
test.each([
  [{ since: null, until: null, limit: null }, "Window: the whole history"],
  [{ since: SINCE, until: null, limit: null }, `Window: merged since ${SINCE}`],
  [
    { since: SINCE, until: "2026-06-12T23:59:59.999Z", limit: 20 },
    `Window: merged since ${SINCE}, merged until 2026-06-12T23:59:59.999Z, at most the newest 20`,
  ],
])("the window %j is named", (window, line) => {
  expect(scopeLines({ ...SAMPLE_AUDIT, window })).toContain(line);
});

test("what is unknown only above gated is not said to be left out of the figures", () => {
  const items = SAMPLE_AUDIT.items.map((item) => ({ ...item, verdict: "unknown" as const }));
  const measures = SAMPLE_AUDIT.measures.map((measured) => ({ ...measured, unknown: 0 }));
  const lines = scopeLines({ ...SAMPLE_AUDIT, items, measures, policy: "blocking@1" }).join("\n");
  expect(lines).toContain("By the policy's rung: 0 covered, 0 gaps, 5 unknown.");
  expect(lines).not.toMatch(/left out|bounds/i);
});
