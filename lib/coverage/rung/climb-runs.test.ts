import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECK_STATES, type CheckFact, type CheckState } from "#/lib/facts/check.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import { readGates } from "../gate/read-gates.ts";
import { climbRuns } from "./climb-runs.ts";
import type { ObservedRuns } from "./observed-runs.ts";
import { repositoryRuns } from "./repository-runs.ts";
import { heightOf } from "./rungs.ts";

const text = "on: pull_request\njobs:\n  e2e:\n    steps:\n      - run: bash tests/e2e/test_x.sh\n";
const [gate] = readGates([{ path: ".github/workflows/e2e.yml", text }]).gates;
if (!gate) throw new Error("The workflow holds no job.");
const GATED = [{ gate, path: "tests/e2e/test_x.sh" }];

const check = (state: CheckState, context = "e2e"): CheckFact => ({
  context,
  state,
  at: new Date("2026-06-01T00:00:00Z"),
  url: null,
});
const demanding = (contexts: readonly string[], checksRequired = true): ProtectionFact => ({
  contexts,
  checksRequired,
  approvals: 0,
  bypass: null,
});

type Facts = Partial<Pick<ObservedRuns, "head" | "merged" | "demands">> & {
  readonly passes?: ReadonlyMap<string, Date>;
  readonly seen?: readonly string[];
  readonly unread?: string;
};

const climbing = ({ head, merged, demands, passes, seen, unread }: Facts) => {
  const repository = repositoryRuns({
    gates: [gate],
    demands: demands ?? known(demanding(["e2e"])),
    seen: seen ?? ["e2e"],
    passes: passes ?? new Map(),
    forge: "github",
    unread: unread ?? null,
  });
  return climbRuns(GATED, {
    ...repository,
    mergedAt: new Date("2026-06-02T00:00:00Z"),
    head: head ?? known([check("success")]),
    merged: merged ?? known([]),
  });
};

describe("executed", () => {
  test.each<[string, Facts, string, string | null]>([
    ["a success on the head", {}, "blocking", null],
    [
      "a success on the merge alone",
      { head: known([]), merged: known([check("success")]) },
      "executed",
      "blocking",
    ],
    [
      "a success on a later commit alone",
      { head: known([]), passes: new Map([["e2e", new Date()]]) },
      "executed",
      "blocking",
    ],
    ["a job that was skipped", { head: known([check("skipped")]) }, "gated", "executed"],
    ["a neutral end", { head: known([check("neutral")]) }, "gated", "executed"],
    ["a failure", { head: known([check("failure")]) }, "gated", "executed"],
    ["another job's success", { head: known([check("success", "lint")]) }, "gated", "executed"],
    ["no report at all", { head: known([]) }, "gated", "executed"],
  ])("%s", (_what, runs, rung, missed) => {
    expect(climbing(runs)).toMatchObject({ rung, missed });
  });

  test("of a repository without a single status it is unknown, not missed", () => {
    expect(climbing({ head: known([]), seen: [] })).toMatchObject({
      rung: "gated",
      missed: null,
      unknownAbove: { rung: "executed", missing: expect.stringContaining("no status") },
    });
  });

  test("checks that could not be read leave it unknown, with the reason", () => {
    const more = { head: unknown("the token lacks a right"), merged: known([]) };
    expect(climbing(more)).toMatchObject({
      rung: "gated",
      missed: null,
      unknownAbove: { rung: "executed", missing: "the token lacks a right" },
    });
  });

  test("says that nothing tells how many tests ran", () => {
    expect(climbing({}).evidence[0]).toMatchObject({
      rule: "gate-succeeded",
      note: expect.stringContaining("How many tests ran is not told"),
    });
  });
});

describe("blocking", () => {
  test.each<[string, Known<ProtectionFact | null>, string | null]>([
    ["a branch that is not protected", known(null), "not protected"],
    ["a branch that requires no check", known(demanding([], false)), "requires no check"],
    ["a list without the job", known(demanding(["lint"])), "does not require e2e"],
  ])("%s misses it, and says so", (_what, demands, why) => {
    expect(climbing({ demands })).toMatchObject({
      rung: "executed",
      missed: "blocking",
      missedBecause: expect.stringContaining(why ?? ""),
    });
  });

  test.each<[string, readonly CheckFact[]]>([
    ["failing", [check("failure")]],
    ["pending", [check("pending")]],
  ])("a fix that was merged while the job was %s misses it", (state, head) => {
    const runs = { head: known(head), merged: known([check("success")]) };
    expect(climbing(runs)).toMatchObject({
      rung: "executed",
      missed: "blocking",
      missedBecause: expect.stringContaining(`was ${state === "failing" ? "failure" : state}`),
    });
  });

  test.each<[string, readonly CheckFact[]]>([
    ["nothing", []],
    ["the job under its name of then", [check("success", "e2e before")]],
  ])(
    "where the head shows %s, nothing is said of a missing job but of its present name",
    (_what, head) => {
      const runs = { head: known(head), merged: known([check("success")]) };
      const { rung, missed, missedBecause } = climbing(runs);
      expect([rung, missed]).toEqual(["executed", "blocking"]);
      expect(missedBecause).toContain("Nothing was seen of e2e");
      expect(missedBecause).not.toContain("missing");
    },
  );

  test("a job that was never seen under its present name says so", () => {
    const runs = { head: known([check("success", "e2e before")]), merged: known([]) };
    expect(climbing(runs).missedBecause).toContain("present name");
  });

  test.each<[CheckState, string]>([
    ["success", "blocking"],
    ["failure", "executed"],
  ])("of a matrix every leg that is demanded counts: the second ended in %s, %s", (state, rung) => {
    const legs = "    strategy:\n      matrix:\n        v: [a, b]\n    steps:";
    const [job] = readGates([
      { path: ".github/workflows/m.yml", text: text.replace("    steps:", legs) },
    ]).gates;
    if (!job) throw new Error("The workflow holds no job.");
    const runs = repositoryRuns({
      gates: [job],
      demands: known(demanding(["e2e (a)", "e2e (b)"])),
      seen: ["e2e (a)", "e2e (b)"],
      passes: new Map(),
      forge: "github",
      unread: null,
    });
    const head = known([check("success", "e2e (a)"), check(state, "e2e (b)")]);
    const mergedAt = new Date("2026-06-02T00:00:00Z");
    const seen = { ...runs, mergedAt, head, merged: known([]) };
    expect(climbRuns([{ gate: job, path: "tests/e2e/test_x.sh" }], seen).rung).toBe(rung);
  });

  test("one that reported only after the merge may have been passed by", () => {
    const late = { ...check("success"), at: new Date("2026-06-02T00:00:01Z") };
    expect(climbing({ head: known([late]) })).toMatchObject({
      rung: "executed",
      missed: null,
      unknownAbove: { rung: "blocking", missing: expect.stringContaining("after the merge") },
    });
  });

  test("a look at the checks that was not whole leaves open what was not seen to succeed", () => {
    expect(climbing({ head: known([]), unread: "the forge was busy" })).toMatchObject({
      missed: "blocking",
      unknownAbove: { rung: "executed", missing: "the forge was busy" },
    });
  });

  test("demands that could not be read leave it unknown", () => {
    expect(climbing({ demands: unknown("admins alone may read them") })).toMatchObject({
      rung: "executed",
      missed: null,
      unknownAbove: { rung: "blocking", missing: "admins alone may read them" },
    });
  });

  test("a job that is not required is certainly missed, though its runs are unknown", () => {
    const runs = { head: unknown("gone"), merged: unknown("gone"), demands: known(null) };
    expect(climbing(runs)).toMatchObject({
      rung: "gated",
      missed: "blocking",
      unknownAbove: { rung: "executed" },
    });
  });
});

const states = fc.constantFrom(...CHECK_STATES).map((state) => known([check(state)]));
const facts = fc.record({
  head: fc.oneof(states, fc.constant(known([]))),
  merged: fc.oneof(states, fc.constant(known([]))),
  demands: fc.constantFrom(known(null), known(demanding(["e2e"])), known(demanding(["lint"]))),
});

test("what cannot be read makes no gap of what may be covered, and covers nothing that may be a gap", () => {
  const hidden = fc.subarray(["head", "merged", "demands"] as const);
  fc.assert(
    fc.property(facts, hidden, (runs, names) => {
      const whole = climbing(runs);
      const less = climbing({
        ...runs,
        ...Object.fromEntries(names.map((name) => [name, unknown("hidden")])),
      });
      expect(heightOf(less.rung)).toBeLessThanOrEqual(heightOf(whole.rung));
      const missed = less.missed === null ? Infinity : heightOf(less.missed);
      expect(missed).toBeGreaterThan(heightOf(whole.rung));
    }),
  );
});
