import { expect, test } from "vitest";
import type { ItemView } from "#/lib/contract/item.ts";
import { linkOf, pullEnd } from "../link/testing/link-of.ts";
import { prepareGate, prepareGuard, preparePatch } from "./prepare-done.ts";

type View = Parameters<typeof preparePatch>[0] &
  Parameters<typeof prepareGuard>[0] &
  Parameters<typeof prepareGate>[0];

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
    priority: null,
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
    archivedAt: null,
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
  links: [],
  declaration: null,
  patches: [],
  guard: null,
  evidence: [],
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

const PATCHES = [
  { label: "cp#40", mergedAt: "2026-06-12T10:00:00.000Z" },
  { label: "core#9", mergedAt: "2026-06-14T10:00:00.000Z" },
];
const closing = linkOf({ from: pullEnd(41), relation: "closes" });

test.each([
  [
    "merged ones are named with their days",
    "PATCHED_NOT_GATED",
    PATCHES,
    "done",
    "Merged as cp#40 on 12 June 2026 and core#9 on 14 June 2026.",
  ],
  [
    "one is named where the resolution is not known",
    null,
    PATCHES.slice(0, 1),
    "done",
    "Merged as cp#40 on 12 June 2026.",
  ],
  [
    "a gate that is not enough says nothing of the patch",
    "GATE_INSUFFICIENT",
    [],
    "open",
    "No merged patch names this issue: cp#41 would repair it, and is not merged, not decided, or was taken back.",
  ],
  [
    "what was judged wins over what was read since",
    "OPEN",
    PATCHES,
    "open",
    "No merged patch names this issue: cp#41 would repair it, and is not merged, not decided, or was taken back.",
  ],
] as const)("the patch of an issue: %s", (_what, resolution, patches, state, text) => {
  const given = view("issue", { resolution, patches: [...patches], links: [closing] });
  expect(preparePatch(given)).toEqual({ state, text });
});

test("S04 an operational guard is recorded beside the gate and never counts as one", () => {
  const guard = {
    guard: "the alarm key-age.",
    reason: "a",
    by: "Ada",
    at: "2026-06-12T10:00:00.000Z",
  };
  const guarded = view("issue", { guard, resolution: "PATCHED_NOT_GATED" });
  expect(prepareGuard(guarded)).toEqual({
    state: "recorded",
    text: "the alarm key-age, recorded by Ada on 12 June 2026; no gate, so it resolves nothing.",
  });
  expect(prepareGate(guarded)).toEqual(
    prepareGate(view("issue", { resolution: "PATCHED_NOT_GATED" })),
  );
  expect(prepareGuard(view("fix")).state).toBe("absent");
});

test("S08 a gate that is linked and not enough is named with what it does not reach", () => {
  const decided = {
    value: "insufficient",
    reason: "the agent's own key is never used",
    actor: "Ada",
  } as const;
  const links = [linkOf({ from: pullEnd(40), relation: "covers", decided })];
  const short = view("incident", { links, missed: "tested", unknownAbove: null });
  const gap = { ...short, row: { ...short.row, verdict: "gap" as const } };
  expect(prepareGate(gap)).toEqual({
    state: "open",
    text: "No evidence is found, and it certainly misses tested. cp#40 is linked and not enough: the agent's own key is never used.",
  });
});

test("the gates that reach the rung are named, each once", () => {
  const piece = {
    rule: "r",
    rung: "gated",
    path: "a",
    url: null,
    gate: "ci.yml:e2e",
    gateId: 1,
    note: "n",
  } as const;
  const evidence = [
    piece,
    { ...piece, path: "b" },
    { ...piece, rung: "tested" as const, gate: "ci.yml:unit" },
  ];
  const gated = view("fix", { evidence });
  const covered = {
    ...gated,
    row: { ...gated.row, rung: "gated" as const, verdict: "covered" as const },
  };
  expect(prepareGate(covered)).toEqual({
    state: "done",
    text: "The evidence reaches gated by ci.yml:e2e; the policy asks for gated.",
  });
});

test("what only the audit's own measure counts is no gate that is done, and none that is missing", () => {
  const audited = view("fix", { measure: "has_test@1" });
  const covered = { ...audited, row: { ...audited.row, verdict: "covered" as const } };
  expect(prepareGate(covered).state).toBe("optional");
  expect(prepareGate({ ...covered, measure: "gated" }).state).toBe("done");
});

test("of a declared gap nothing is said of an issue, and what is said to close it is named", () => {
  const open = { resolution: "OPEN" } as const;
  expect(preparePatch(view("declared", open))).toEqual({
    state: "open",
    text: "No merged patch is said to close this gap.",
  });
  const end = { ...pullEnd(12), state: null };
  const declaration = {
    id: 1,
    note: null,
    by: "kimi",
    at: "2026-06-12T00:00:00Z",
    closedBy: [end],
  };
  expect(preparePatch(view("declared", { ...open, declaration })).text).toBe(
    `No merged patch is said to close this gap: ${end.label} would repair it, and is not merged, not decided, or was taken back.`,
  );
});
