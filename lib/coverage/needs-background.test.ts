import fc from "fast-check";
import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { type Background, NO_BACKGROUND } from "./background.ts";
import { judgeFix } from "./judge-fix.ts";
import type { Lineage } from "./lineage/trace-lineage.ts";
import { needsBackground } from "./needs-background.ts";
import { PolicyRules, PRESETS } from "./policy.ts";
import { goTest, patched } from "./testing/file.ts";

const PATHS = [
  "app/a_test.go",
  "web/b_test.go",
  "tests/e2e/c_test.go",
  "pkg/integration/d_test.go",
];
const PRODUCT = patched("app/a.go", ["-func Total() int { return 1 }", "+func Total() int {"]);
const RULES = PolicyRules.parse(PRESETS.gated);

const judge = (paths: readonly string[], { conventions, lineageOf }: Background = NO_BACKGROUND) =>
  judgeFix({
    title: "fix(core): a",
    labels: [],
    headRef: null,
    files: known([PRODUCT, ...paths.map((path) => goTest(path, "Total"))]),
    gates: known([]),
    rules: RULES,
    conventions,
    lineage: lineageOf(1),
    override: null,
    runs: unknown("A clone holds no statuses."),
  });

const layout = (kinds: readonly (readonly [string, "unit" | "integration" | "e2e"])[]) => ({
  ...NO_BACKGROUND,
  conventions: new Map(kinds),
});
const related = (lineage: Lineage) => ({ ...NO_BACKGROUND, lineageOf: () => lineage });

test.each([
  ["nothing is known of the others", NO_BACKGROUND, false],
  ["a folder that it does not touch has a kind", layout([["lib", "e2e"]]), false],
  ["the layout tells the kind of its test", layout([["web", "e2e"]]), true],
  ["its test tells its kind by itself", layout([["tests/e2e", "unit"]]), false],
  ["another took it back", related({ revertedBy: 2, copyOf: null }), true],
  ["it is a copy of another", related({ revertedBy: null, copyOf: 2 }), true],
])("where $0 it is judged again: $2", (_name, background, needed) => {
  const alone = judge(["web/b_test.go", "tests/e2e/c_test.go"]);
  expect(needsBackground(1, alone, background)).toBe(needed);
});

test("what needs no background is judged the same with it", () => {
  const kind = fc.constantFrom("unit" as const, "integration" as const, "e2e" as const);
  const folder = fc.constantFrom("app", "web", "tests/e2e", "pkg/integration", "lib");
  const lineage = fc.constantFrom<Lineage | null>(null, { revertedBy: 2, copyOf: null });
  const facts = [fc.subarray(PATHS), fc.array(fc.tuple(folder, kind)), lineage] as const;
  fc.assert(
    fc.property(...facts, (paths, kinds, of) => {
      const background = { ...(of ? related(of) : NO_BACKGROUND), conventions: new Map(kinds) };
      const alone = judge(paths);
      if (needsBackground(1, alone, background)) return;
      expect(judge(paths, background)).toEqual(alone);
    }),
  );
});
