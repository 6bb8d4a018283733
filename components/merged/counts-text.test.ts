import { expect, test } from "vitest";
import { sayMergedCount } from "./counts-text.ts";

const counts = { fix: 52, excluded: 20, unclassified: 1, direct: 3 };

test.each([
  [counts, "excluded", "20 excluded of 73 merged pull requests"],
  [counts, "fix", "52 fixes of 73 merged pull requests"],
  [counts, "unclassified", "1 unclassified of 73 merged pull requests"],
  [counts, "direct", "3 commits without a pull request"],
  [{ ...counts, direct: 1 }, "direct", "1 commit without a pull request"],
  [{ ...counts, direct: null }, "direct", "Commits without a pull request are not known"],
  [{ fix: 1, excluded: 0, unclassified: 0, direct: null }, "fix", "1 fix of 1 merged pull request"],
] as const)("%j, %s: %s", (given, shown, sentence) => {
  expect(sayMergedCount(given, shown)).toBe(sentence);
});
