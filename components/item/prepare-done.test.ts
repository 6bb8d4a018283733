import { expect, test } from "vitest";
import type { ItemView } from "#/lib/contract/item.ts";
import { prepareGate, preparePatch } from "./prepare-done.ts";

type View = Parameters<typeof preparePatch>[0];

const view = (kind: ItemView["row"]["kind"], more: Partial<View> = {}): View => ({
  row: {
    item: 1,
    kind,
    alias: "cp",
    repository: "o/cp",
    number: 7,
    title: "It breaks",
    url: null,
    invented: false,
    enteredAt: "2026-06-12T00:00:00Z",
    rung: "none",
    verdict: "unknown",
    cluster: null,
    claim: null,
  },
  program: {
    slug: "s",
    name: "S",
    sample: false,
    archived: false,
    mandate: null,
    mandateBy: null,
    trackingIssue: null,
    measure: "gated",
    policyName: "gated",
    policyVersion: 1,
    timeZone: "UTC",
    fixesSince: "2026-06-01T00:00:00Z",
    now: "2026-06-12T00:00:00Z",
    standsStill: false,
    assessedAt: null,
    judging: false,
  },
  measure: "gated",
  resolution: null,
  missed: null,
  unknownAbove: {
    rung: "tested",
    missing: "Links between issues and pull requests are not read yet.",
  },
  ...more,
});

test("of an issue whose links were not read no patch is denied", () => {
  expect(preparePatch(view("issue"))).toEqual({
    state: "unknown",
    text: "Unknown: links between issues and pull requests are not read yet.",
  });
  expect(prepareGate(view("issue")).state).toBe("unknown");
});

test.each([
  ["issue", "OPEN", "open", "No merged patch names this issue."],
  ["incident", "PATCHED_NOT_GATED", "done", "A merged patch names this issue."],
  ["fix", null, "done", "Merged as #7 on 12 June 2026."],
] as const)("the patch of kind %s, resolution %s: %s", (kind, resolution, state, text) => {
  expect(preparePatch(view(kind, { resolution }))).toEqual({ state, text });
});

test("what only the audit's own measure counts is no gate that is done, and none that is missing", () => {
  const audited = view("fix", { measure: "has_test@1" });
  const covered = { ...audited, row: { ...audited.row, verdict: "covered" as const } };
  expect(prepareGate(covered).state).toBe("optional");
  expect(prepareGate({ ...covered, measure: "gated" }).state).toBe("done");
});
