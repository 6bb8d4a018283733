import { describe, expect, test } from "vitest";
import { merged } from "../testing/change.ts";
import { traceLineage } from "./trace-lineage.ts";

describe("from before the window", () => {
  const fix = merged(1, "fix: a", { isOlder: true });
  const copy = merged(9, "fix: a (#1)");

  test("a copy says that its original is older", () => {
    const lineage = { revertedBy: null, copyOf: 1, ofOlder: true };
    expect(traceLineage([fix, copy]).get(9)).toEqual(lineage);
  });

  test.each([
    ["before the window", { isOlder: true } as const],
    ["inside it", {}],
  ])("what was taken back %s and is merged again is the first", (_name, more) => {
    const revert = merged(5, 'Revert "fix: a"', more);
    const lineages = traceLineage([fix, revert, copy, merged(10, "fix: a (#1)")]);
    expect(lineages.get(9)).toMatchObject({ copyOf: 1, isFirst: true });
    expect(lineages.get(10)).toEqual({ revertedBy: null, copyOf: 9 });
    const back = merged(7, 'Revert "Revert "fix: a""', more);
    expect(traceLineage([fix, revert, back, copy]).get(9)).not.toHaveProperty("isFirst");
  });

  test("the first on a branch of what was merged elsewhere is one, and the next is its copy", () => {
    const elsewhere = { ...fix, baseRef: "release" };
    const [first, second] = [9, 10].map((number) =>
      merged(number, "fix: a (#1)", { baseRef: "main" }),
    );
    const lineages = traceLineage([elsewhere, ...[first, second].flatMap((each) => each ?? [])]);
    expect(lineages.get(9)).toMatchObject({ copyOf: 1, isFirst: true });
    expect(lineages.get(10)).toEqual({ revertedBy: null, copyOf: 9 });
  });
});
