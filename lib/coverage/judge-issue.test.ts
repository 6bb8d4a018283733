import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { type IssueFacts, judgeIssue } from "./judge-issue.ts";

const facts: IssueFacts = {
  state: "open",
  hasMergedPatch: known(false),
  linked: known(null),
  insufficient: null,
  rung: "gated",
};
const linked = known({ rung: "gated", missed: null, unknownAbove: null, evidence: [] } as const);
const weak = known({ rung: "tested", missed: "gated", unknownAbove: null, evidence: [] } as const);

const UNREAD = unknown("not read");

test.each([
  ["nothing yet", facts, "OPEN", "none"],
  ["closed on the forge alone", { ...facts, state: "closed" }, "OPEN", "none"],
  ["a patch", { ...facts, hasMergedPatch: known(true) }, "PATCHED_NOT_GATED", "none"],
  [
    "a patch, closed",
    { ...facts, state: "closed", hasMergedPatch: known(true) },
    "PATCHED_NOT_GATED",
    "none",
  ],
  [
    "a patch and a weak gate",
    { ...facts, hasMergedPatch: known(true), linked: weak },
    "PATCHED_NOT_GATED",
    "tested",
  ],
  ["a patch and a gate", { ...facts, hasMergedPatch: known(true), linked }, "RESOLVED", "gated"],
  ["a gate and no patch", { ...facts, linked }, "OPEN", "none"],
  [
    "a gate of the wrong scope",
    { ...facts, insufficient: "proxy only" },
    "GATE_INSUFFICIENT",
    "none",
  ],
  ["links that were not read", { ...facts, hasMergedPatch: UNREAD, linked: UNREAD }, null, "none"],
  [
    "a patch that was not read, and a gate",
    { ...facts, hasMergedPatch: UNREAD, linked },
    null,
    "none",
  ],
  [
    "a patch, and gates that were not read",
    { ...facts, hasMergedPatch: known(true), linked: UNREAD },
    null,
    "none",
  ],
  ["no patch, and gates that were not read", { ...facts, linked: UNREAD }, "OPEN", "none"],
] as const)("%s: %s", (_name, given, resolution, rung) => {
  const judged = judgeIssue(given);
  expect([judged.resolution, judged.standing.rung]).toEqual([resolution, rung]);
});

test("an unknown patch leaves a linked gate open above none", () => {
  expect(
    judgeIssue({ ...facts, hasMergedPatch: unknown("not read"), linked }).standing,
  ).toMatchObject({
    rung: "none",
    missed: null,
    unknownAbove: { rung: "tested", missing: "not read" },
  });
});

test.each([
  ["nothing was read", { hasMergedPatch: UNREAD, linked: UNREAD }, null],
  ["a patch, and gates were not read", { hasMergedPatch: known(true), linked: UNREAD }, null],
  ["certainly no gate", { hasMergedPatch: UNREAD }, "tested"],
  ["certainly no patch", { linked: UNREAD }, "tested"],
] as const)("an issue is a gap only where that is certain: %s", (_name, more, missed) => {
  const { standing } = judgeIssue({ ...facts, ...more });
  expect([standing.missed, standing.unknownAbove?.missing ?? null]).toEqual([
    missed,
    missed === null ? "not read" : null,
  ]);
});
