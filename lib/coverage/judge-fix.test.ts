import { describe, expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { type FixFacts, judgeFix } from "./judge-fix.ts";
import { NO_LINEAGE } from "./lineage/trace-lineage.ts";
import { PolicyRules, PRESETS } from "./policy.ts";
import { NO_CONVENTIONS } from "./test/conventions.ts";
import { file, goTest, patched } from "./testing/file.ts";

const rules = PolicyRules.parse(PRESETS.gated);
const FILES = known([
  patched("src/a.go", ["-func Total() int { return 1 }", "+func Total() int { return 2 }"]),
  goTest("src/a_test.go", "Total"),
]);

const judge = (more: Partial<FixFacts> = {}) =>
  judgeFix({
    title: "fix(core): a",
    labels: [],
    headRef: null,
    files: FILES,
    gates: known([]),
    rules,
    conventions: NO_CONVENTIONS,
    lineage: NO_LINEAGE,
    override: null,
    runs: unknown("Runs are not read yet."),
    ...more,
  });

test("a fix with a test is judged by every rule at once", () => {
  expect(judge()).toMatchObject({
    classification: { isFix: true, kind: "fix" },
    standing: { rung: "tested", missed: "gated" },
    hasTest: { known: true, value: true },
    inAuditPopulation: true,
    test: { kind: "unit", exercises: "yes" },
  });
});

test("every rule that fired is told in order, with file and line", () => {
  const told = judge().steps.map(({ about, rule, path, line }) => [about, rule, path, line]);
  expect(told).toEqual([
    ["fix", "title-type", null, null],
    ["test", "case-added", "src/a_test.go", 3],
    ["test", "kind-unit", "src/a_test.go", null],
    ["reach", "calls-changed", "src/a_test.go", 4],
    ["rung", "rung-reached", null, null],
    ["rung", "rung-missed", null, null],
  ]);
});

test("a missing file list is unknown, never a gap", () => {
  expect(judge({ files: unknown("cut short") })).toMatchObject({
    classification: { isFix: null },
    standing: { rung: "none", missed: null },
    hasTest: { known: false, why: "cut short" },
    test: { kind: "none", exercises: "unclear" },
  });
});

describe("what people and other pull requests say", () => {
  const override = { isFix: false, reason: "it only renames", by: "fleet-engineer" };

  test("a decision wins over every rule and is told with its reason", () => {
    const { classification, steps } = judge({ override });
    expect(classification).toMatchObject({ isFix: false, kind: "other" });
    expect(steps.find(({ rule }) => rule === "decided")?.note).toContain("it only renames");
    expect(steps.find(({ rule }) => rule === "title-type")).toBeDefined();
  });

  test("a decision makes a fix of what no rule calls one, and of a copy", () => {
    const yes = { ...override, isFix: true };
    expect(judge({ title: "The login works", override: yes }).classification).toMatchObject({
      isFix: true,
      kind: "fix",
    });
    const lineage = { revertedBy: null, copyOf: 3 };
    expect(judge({ lineage, override: yes }).classification.isFix).toBe(true);
  });

  test("a copy is no second fix", () => {
    const { classification, steps } = judge({ lineage: { revertedBy: null, copyOf: 3 } });
    expect(classification).toMatchObject({ isFix: false, kind: "fix" });
    expect(steps.find(({ rule }) => rule === "copy")?.note).toContain("#3");
  });

  test.each([
    ["of what was merged before the window is none", { ofOlder: true }, false],
    ["that is the first of its branch is one", { isFirst: true }, true],
    ["of what was taken back before the window is one", { ofOlder: true, isFirst: true }, true],
  ] as const)("a copy %s", (_name, more, isFix) => {
    const { classification, steps } = judge({ lineage: { revertedBy: null, copyOf: 3, ...more } });
    expect(classification.isFix).toBe(isFix);
    const note = steps.find(({ rule }) => rule === "copy")?.note;
    expect(note).toBe(isFix ? undefined : "it is a copy of #3, which was merged before the window");
  });

  test("what was reverted is still a fix, and a gap", () => {
    const { classification, standing, steps } = judge({
      lineage: { revertedBy: 9, copyOf: null },
    });
    expect(classification.isFix).toBe(true);
    expect(standing).toMatchObject({ rung: "none", missed: "tested" });
    expect(steps.find(({ rule }) => rule === "reverted")?.note).toContain("#9");
  });

  test("the kind of a folder of tests that a policy names wins over what it looks like", () => {
    const testKinds = [{ paths: ["src/**"], kind: "e2e" as const, reason: "They boot it." }];
    const { test: strongest, steps } = judge({ rules: { ...rules, testKinds } });
    expect(strongest.kind).toBe("e2e");
    expect(steps.find(({ rule }) => rule === "kind-decided")?.note).toContain("They boot it.");
  });
});

describe("hostile input", () => {
  test.each([
    ["fifty thousand files", Array.from({ length: 50_000 }, (_, at) => file(`src/f${at}_test.go`))],
    ["names with newlines and quotes", [file('src/a\n"b_test.go'), file("src/'c;\u0000.go")]],
    [
      "a patch that is none",
      [{ ...file("src/a_test.go"), patch: known("\u0000\ufffd\uffff not a patch") }],
    ],
    ["a line of a megabyte", [patched("src/a_test.go", [`+${"x(".repeat(500_000)}`])]],
    ["a hundred thousand lines", [patched("src/a_test.go", Array(100_000).fill("+x := 1"))]],
  ])("%s is judged, and counts as no test", (_name, files) => {
    const { standing } = judge({ files: known([file("src/a.go"), ...files]) });
    expect(standing.rung).toBe("none");
  });
});
