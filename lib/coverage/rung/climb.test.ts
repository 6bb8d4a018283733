import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChangedFile, FileStatus } from "#/lib/facts/changed-file.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { readGates } from "../gate/read-gates.ts";
import { climb } from "./climb.ts";

const file = (
  path: string,
  status: FileStatus = "modified",
  additions: number | null = null,
): ChangedFile => ({
  path,
  previousPath: status === "renamed" ? "old" : null,
  status,
  additions,
  deletions: null,
});
const E2E = "tests/e2e/test_x.sh";
const rules = { acceptedKinds: ["e2e"] } as const;

function gatesOf(run: string, on = "pull_request", more = "") {
  const text = `on:\n  ${on}:\n${more}\njobs:\n  e2e:\n    steps:\n      - run: ${run}\n`;
  return known(readGates([{ path: ".github/workflows/e2e.yml", text }]).gates);
}
const GATES = gatesOf(`bash ${E2E}`);

describe("tested", () => {
  test.each([
    ["an added test", file(E2E, "added"), "tested"],
    ["a changed test", file(E2E), "tested"],
    ["a copied test", file(E2E, "copied"), "tested"],
    ["a deleted test", file(E2E, "removed"), "none"],
    ["a renamed test", file(E2E, "renamed"), "none"],
    ["a renamed test of which lines were added", file(E2E, "renamed", 3), "tested"],
    ["a test that only lost lines", file(E2E, "modified", 0), "none"],
    ["a helper beside tests", file("tests/e2e/_lib.sh"), "none"],
    ["a golden", file("pkg/latest_test.golden", "added"), "none"],
  ])("%s reaches %s", (_name, changed, rung) => {
    const standing = climb({ files: known([file("src/a.go"), changed]), gates: known([]), rules });
    expect(standing.rung).toBe(rung);
    expect(standing.missed).toBe(rung === "none" ? "tested" : "gated");
  });
});

describe("gated", () => {
  test("an unmasked job on pull requests that names a changed end to end test", () => {
    expect(climb({ files: known([file(E2E)]), gates: GATES, rules })).toMatchObject({
      rung: "gated",
      missed: null,
      unknownAbove: { rung: "executed", missing: expect.stringContaining("not read yet") },
      evidence: [
        { rule: "changed-test-file", path: E2E, gate: null },
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
    expect(climb({ files: known([file(E2E)]), gates, rules })).toMatchObject({
      rung: "tested",
      missed: "gated",
    });
  });

  test("a kind of test that the policy does not accept misses it", () => {
    const files = known([file("src/a_test.go")]);
    const gates = gatesOf("go test ./...");
    expect(climb({ files, gates, rules }).rung).toBe("tested");
    expect(climb({ files, gates, rules: { acceptedKinds: ["unit"] } }).rung).toBe("gated");
  });
});

describe("missing facts", () => {
  test("an unknown file list leaves everything above none open", () => {
    expect(climb({ files: unknown("cut short"), gates: GATES, rules })).toEqual({
      rung: "none",
      missed: null,
      unknownAbove: { rung: "tested", missing: "cut short" },
      evidence: [],
    });
  });

  test("unreadable workflows leave gated open, and never hide a missed rung below", () => {
    const gates = unknown("the object is missing");
    expect(climb({ files: known([file(E2E)]), gates, rules })).toMatchObject({
      rung: "tested",
      missed: null,
      unknownAbove: { rung: "gated", missing: "the object is missing" },
    });
    expect(climb({ files: known([file("a.go")]), gates, rules })).toMatchObject({
      rung: "none",
      missed: "tested",
    });
  });
});

test("the order of the files does not change the rung", () => {
  const files = [file(E2E), file("src/a.go"), file("src/a_test.go"), file("README.md", "removed")];
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(climb({ files: known(shuffled), gates: GATES, rules }).rung).toBe("gated");
    }),
  );
});

test("adding an unrelated file never takes a rung away", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,6}\/[a-z]{1,6}\.(go|md|ts)$/), (path) => {
      const files = known([file(E2E), file(path, "removed")]);
      expect(climb({ files, gates: GATES, rules }).rung).toBe("gated");
    }),
  );
});
