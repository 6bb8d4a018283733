import { known } from "#/lib/facts/known.ts";
import { readTestChange } from "../../test/read-test-change.ts";

/** What one hunk does to a test file; the first line may be the heading of the hunk, `@@ func TestA`. */
export function changeOf(path: string, hunk: string) {
  const lines = hunk.replace(/^\n/, "").replace(/\n$/, "");
  const patch = lines.startsWith("@@ ")
    ? lines.replace("@@ ", "@@ -10,9 +10,9 @@ ")
    : `@@ -10,9 +10,9 @@\n${lines}`;
  return readTestChange({
    path,
    previousPath: null,
    status: "modified",
    patch: known(patch),
    additions: null,
  });
}

const ADDS = [
  "case-added",
  "row-added",
  "assertion-added",
  "case-turned-on",
  "case-rewritten",
  "expectation-extended",
];

/** The rule that decided, with the answer in front, so that a table shows both. */
export function ruleOf(path: string, hunk: string): string {
  const { adds, rule } = changeOf(path, hunk);
  return adds === ADDS.includes(rule) ? rule : `${adds} by ${rule}`;
}
