import type { Step } from "../step.ts";
import type { JudgedTest } from "./judge-tests.ts";

/** What was found of each test file: what its edit does, its kind, and whether it reaches the fix. */
export function stepsOfTests(tests: readonly JudgedTest[]): readonly Step[] {
  if (tests.length === 0) {
    const note = "No test file is among the changed files.";
    return [{ about: "test", rule: "no-test-file", note, path: null, line: null }];
  }
  return tests.flatMap(({ path, change, kind, reach }): Step[] => [
    { about: "test", rule: change.rule, note: change.note, path, line: change.line },
    ...(change.adds === false
      ? []
      : [
          {
            about: "test" as const,
            rule: kind.rule,
            note: `Kind ${kind.kind}: ${kind.note}`,
            path,
            line: kind.line,
          },
        ]),
    ...(reach
      ? [{ about: "reach" as const, rule: reach.rule, note: reach.note, path, line: reach.line }]
      : []),
  ]);
}
