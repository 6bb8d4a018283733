import { expect, test } from "vitest";
import { conditionHolds, conditionText } from "./condition.ts";

const onPullRequest = new Map([
  ["github.event_name", "pull_request"],
  ["needs.build.result", "skipped"],
]);

test.each([
  ["false", false],
  ["${{ false }}", false],
  ["true", true],
  ["0", false],
  ["''", false],
  ["github.event_name == 'push'", false],
  ["github.event_name == 'Pull_Request'", true],
  ["github.event_name != 'pull_request'", false],
  ["!(github.event_name == 'push')", true],
  ["github.event_name == 'push' || github.event_name == 'schedule'", false],
  ["github.event_name == 'push' || github.ref == 'x'", null],
  ["github.event_name == 'push' && github.ref == 'x'", false],
  ["github.ref == 'x' && false", false],
  ["github.ref == 'x' || always()", true],
  ["always() && needs.build.result == 'success'", false],
  ["contains(fromJSON('[1, 2]'), 1) && false", false],
  ["contains(github.ref, 'x')", null],
  ["success()", null],
  ["github.event.inputs['a b'] == 'c'", null],
  ["github.event_name == 'push' )", null],
  ["(false", null],
  ["${{ false }} && ${{ true }}", null],
  ["'it''s' == 'it''s'", true],
  ["", null],
])("%j holds: %s", (text, expected) => {
  expect(conditionHolds(text, onPullRequest)).toBe(expected);
});

test("what is written as a condition", () => {
  expect([false, 0, " x ", "", null, {}].map(conditionText)).toEqual([
    "false",
    "0",
    "x",
    null,
    null,
    null,
  ]);
});
