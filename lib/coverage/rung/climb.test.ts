import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { readGates } from "../gate/read-gates.ts";
import { isTestFile } from "../test/is-test-file.ts";
import { climbing } from "../testing/climbing.ts";
import { file, goTest, patched } from "../testing/file.ts";
import { heightOf } from "./rungs.ts";

const E2E = "tests/e2e/test_x.sh";
const rules = { acceptedKinds: ["e2e"] } as const;

function gatesOf(run: string, on = "pull_request", more = "") {
  const text = `on:\n  ${on}:\n${more}\njobs:\n  e2e:\n    steps:\n      - run: ${run}\n`;
  return known(readGates([{ path: ".github/workflows/e2e.yml", text }]).gates);
}
const GATES = gatesOf(`bash ${E2E}`);

const PRODUCT = patched("src/a.go", [
  "-func Total() int { return 1 }",
  "+func Total() int { return 2 }",
]);

describe("tested", () => {
  test.each([
    ["an added test", file(E2E, "added"), "tested"],
    ["a copied test", file(E2E, "copied"), "tested"],
    ["a test with a new case", goTest("src/a_test.go", "Total"), "tested"],
    ["a deleted test", file(E2E, "removed"), "none"],
    ["a renamed test", file(E2E, "renamed"), "none"],
    ["a test that only lost lines", file(E2E, "modified", 0), "none"],
    ["a helper beside tests", file("tests/e2e/_lib.sh"), "none"],
    ["a golden", file("pkg/latest_test.golden", "added"), "none"],
    ["a test that checks something else", goTest("other/b_test.go", "Sum"), "none"],
    [
      "an added test without a case",
      patched("src/a_test.go", ["+package a"], { status: "added" }),
      "none",
    ],
  ])("%s reaches %s", (_name, changed, rung) => {
    const standing = climbing({ files: known([PRODUCT, changed]), gates: known([]), rules });
    expect(standing.rung).toBe(rung);
    expect(standing.missed).toBe(rung === "none" ? "tested" : "gated");
  });

  test.each([
    ["a changed test", file(E2E)],
    ["a renamed test of which lines were added", file(E2E, "renamed", 3)],
    ["a changed test whose patch is missing", { ...file(E2E), patch: unknown("it is binary") }],
  ])("without the patch, %s leaves everything above none unknown", (_name, changed) => {
    const standing = climbing({ files: known([PRODUCT, changed]), gates: known([]), rules });
    expect(standing).toMatchObject({ rung: "none", missed: null, evidence: [] });
    expect(standing.unknownAbove?.rung).toBe("tested");
    expect(standing.unknownAbove?.missing).toContain(E2E);
  });

  test("a fix that was reverted has lost its test with it", () => {
    const files = known([PRODUCT, goTest("src/a_test.go", "Total")]);
    expect(climbing({ files, gates: GATES, rules, revertedBy: 7 })).toEqual({
      rung: "none",
      missed: "tested",
      unknownAbove: null,
      evidence: [],
    });
  });
});

describe("gated", () => {
  test("an unmasked job on pull requests that names a changed end to end test", () => {
    expect(climbing({ files: known([file(E2E, "added")]), gates: GATES, rules })).toMatchObject({
      rung: "gated",
      missed: null,
      unknownAbove: { rung: "executed", missing: expect.stringContaining("not read yet") },
      evidence: [
        { rule: "file-added", path: E2E, gate: null },
        { rule: "gate-names-test", path: E2E, gate: ".github/workflows/e2e.yml:e2e" },
      ],
    });
  });

  test.each([
    ["another test", gatesOf("bash tests/e2e/test_y.sh")],
    ["only a linter names it", gatesOf(`shellcheck ${E2E}`)],
    ["a masked job", gatesOf(`bash ${E2E} || true`)],
    ["a job on push", gatesOf(`bash ${E2E}`, "push")],
    ["paths that exclude the fix", gatesOf(`bash ${E2E}`, "pull_request", "    paths: ['ui/**']")],
    ["paths ignored", gatesOf(`bash ${E2E}`, "pull_request", "    paths-ignore: ['**']")],
    ["no workflows at all", known([])],
  ])("%s misses it", (_name, gates) => {
    expect(climbing({ files: known([file(E2E, "added")]), gates, rules })).toMatchObject({
      rung: "tested",
      missed: "gated",
    });
  });

  test("a kind of test that the policy does not accept misses it", () => {
    const files = known([file("src/a_test.go", "added")]);
    const gates = gatesOf("go test ./...");
    expect(climbing({ files, gates, rules }).rung).toBe("tested");
    expect(climbing({ files, gates, rules: { acceptedKinds: ["unit"] } }).rung).toBe("gated");
  });
});

describe("a condition that reads which files changed", () => {
  const text = `on: pull_request
jobs:
  changes:
    outputs:
      server: \${{ steps.filter.outputs.server_any_changed }}
    steps:
      - uses: tj-actions/changed-files@v47
        id: filter
        with:
          files_yaml: |
            server:
              - '**'
              - '!ui/**'
  e2e:
    needs: changes
    if: needs.changes.outputs.server == 'true'
    steps:
      - run: bash ui/e2e/test_x.sh
`;
  const gates = known(readGates([{ path: ".github/workflows/e2e.yml", text }]).gates);
  const added = file("ui/e2e/test_x.sh", "added");
  test.each([
    ["a fix of what it leaves out alone is not gated", "ui/a.ts", "tested"],
    ["a fix of more than that is", "server/a.go", "gated"],
  ])("%s", (_what, path, rung) => {
    const files = known([file(path), added]);
    expect(climbing({ files, gates, rules }).rung).toBe(rung);
  });
});

describe("what a job's branches let through", () => {
  const gates = gatesOf(`bash ${E2E}`, "pull_request", "    branches: [release]");
  const files = known([file(E2E, "added")]);
  test.each([
    ["a fix that was merged to another branch misses it", "main", "tested"],
    ["a fix that was merged to it is gated", "release", "gated"],
    ["where the branch is not known, the filter takes nothing away", null, "gated"],
  ])("%s", (_what, branch, rung) => {
    expect(climbing({ files, gates, rules, branch }).rung).toBe(rung);
  });
});

describe("missing facts", () => {
  test("steps that could not be followed leave gated open for a test of an accepted kind alone", () => {
    const unfollowed = "the tree was refused";
    const open = { missed: null, unknownAbove: { rung: "gated", missing: unfollowed } };
    const e2e = known([file(E2E, "added")]);
    expect(climbing({ files: e2e, gates: known([]), rules, unfollowed })).toMatchObject(open);
    expect(climbing({ files: e2e, gates: GATES, rules, unfollowed }).rung).toBe("gated");
    const unit = known([file("src/a_test.go", "added")]);
    expect(climbing({ files: unit, gates: known([]), rules, unfollowed }).missed).toBe("gated");
  });

  test("an unknown file list leaves everything above none open", () => {
    expect(climbing({ files: unknown("cut short"), gates: GATES, rules })).toEqual({
      rung: "none",
      missed: null,
      unknownAbove: { rung: "tested", missing: "cut short" },
      evidence: [],
    });
  });

  test("unreadable workflows leave gated open, and never hide a missed rung below", () => {
    const gates = unknown("the object is missing");
    expect(climbing({ files: known([file(E2E, "added")]), gates, rules })).toMatchObject({
      rung: "tested",
      missed: null,
      unknownAbove: { rung: "gated", missing: "the object is missing" },
    });
    expect(climbing({ files: known([file("a.go")]), gates, rules })).toMatchObject({
      rung: "none",
      missed: "tested",
    });
  });
});

test("an end-to-end test whose edit is not known may be gated, beside one that certainly is tested", () => {
  const files = known([PRODUCT, file(E2E), goTest("src/a_test.go", "Total")]);
  expect(climbing({ files, gates: GATES, rules })).toMatchObject({
    rung: "tested",
    missed: null,
    unknownAbove: { rung: "gated" },
  });
});

const MIXED: readonly ChangedFile[] = [
  file(E2E, "added"),
  PRODUCT,
  goTest("src/a_test.go", "Total"),
  goTest("other/b_test.go", "Sum"),
  file("README.md", "removed"),
];

test("the order of the files changes nothing", () => {
  const expected = climbing({ files: known(MIXED), gates: GATES, rules });
  expect(expected.rung).toBe("gated");
  fc.assert(
    fc.property(fc.shuffledSubarray([...MIXED], { minLength: MIXED.length }), (shuffled) => {
      expect(climbing({ files: known(shuffled), gates: GATES, rules })).toEqual(expected);
    }),
  );
});

test("an unrelated file never removes evidence", () => {
  const unrelated = fc
    .tuple(
      fc.stringMatching(/^zz[a-z]{1,6}\/[a-z]{1,6}\.(go|md|ts|json)$/),
      fc.constantFrom("added", "modified", "removed", "renamed" as const),
    )
    .map(([path, status]) => file(path, status));
  fc.assert(
    fc.property(fc.subarray([...MIXED]), unrelated, (files, more) => {
      const before = climbing({ files: known(files), gates: GATES, rules });
      const after = climbing({ files: known([...files, more]), gates: GATES, rules });
      expect(heightOf(after.rung)).toBeGreaterThanOrEqual(heightOf(before.rung));
      // A note may name another file of the fix that the test reaches.
      const shown = after.evidence.map(({ rule, path, rung }) => `${rung} ${rule} ${path}`);
      const shownBefore = before.evidence.map(({ rule, path, rung }) => `${rung} ${rule} ${path}`);
      expect(shown).toEqual(expect.arrayContaining(shownBefore));
    }),
  );
});

test("taking a test away never raises a rung", () => {
  fc.assert(
    fc.property(fc.subarray([...MIXED]), fc.constantFrom(...MIXED), (files, gone) => {
      const before = climbing({ files: known(files), gates: GATES, rules });
      const fewer = files.filter((each) => each !== gone || !isTestFile(each.path));
      const after = climbing({ files: known(fewer), gates: GATES, rules });
      expect(heightOf(after.rung)).toBeLessThanOrEqual(heightOf(before.rung));
    }),
  );
});
