import { expect, test } from "vitest";
import { asksStatus, conditionHolds, conditionText, interpolate } from "./condition.ts";

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
  ["github['event_name'] == 'pull_request'", true],
  ["github.event_name != 'pull_request'", false],
  ["!(github.event_name == 'push')", true],
  ["!!true", true],
  ["github.event_name == 'push' || github.event_name == 'schedule'", false],
  ["github.event_name == 'push' || github.ref == 'x'", null],
  ["github.event_name == 'push' && github.ref == 'x'", false],
  ["github.ref == 'x' && false", false],
  ["github.ref == 'x' || always()", true],
  ["always() && needs.build.result == 'success'", false],
  ["contains(fromJSON('[1, 2]'), 1) && false", false],
  ["contains(fromJSON('[1, 2]'), 1)", true],
  ['contains(fromJSON(\'["push", "schedule"]\'), github.event_name)', false],
  ["contains('pull_request push', github.event_name)", true],
  ["startsWith(github.event_name, 'pull')", true],
  ["endsWith(github.event_name, 'TARGET')", false],
  ["format('{0}-{1}', 'a', 'b') == 'a-b'", true],
  ["join(fromJSON('[\"a\", \"b\"]'), '+') == 'a+b'", true],
  ["contains(github.ref, 'x')", null],
  ["hashFiles('a') != ''", null],
  ["fromJSON('{\"a\": 1}').a == 1", null],
  ["success()", null],
  ["1 < 2", true],
  ["2 <= 1", false],
  ["2 >= 2", true],
  ["'1' == 1", true],
  ["true == 1", true],
  ["null == ''", true],
  ["'a' == 1", false],
  ["github.event.inputs['a b'] == 'c'", null],
  ["github.event.pull_request.labels.*.name == 'c'", null],
  ["github.event_name == 'push' )", null],
  ["(false", null],
  ["false & true", null],
  ["'open", null],
  ["${{ false }} && ${{ true }}", null],
  ["'it''s' == 'it''s'", true],
  ["", null],
])("%j holds: %s", (text, expected) => {
  expect(conditionHolds(text, onPullRequest)).toBe(expected);
});

test.each([
  ["failure()", "failure", true],
  ["failure()", "success", false],
  ["failure()", "skipped", false],
  ["success()", "skipped", false],
  ["!cancelled() && !failure()", "failure", false],
  ["!cancelled() && !failure()", "skipped", true],
] as const)("%s after %s: %s", (text, before, expected) => {
  expect(conditionHolds(text, new Map(), before)).toBe(expected);
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

test("a condition that asks for the status is told from one that does not", () => {
  expect(["always()", "!cancelled( )", "github.actor == 'success'", null].map(asksStatus)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ["a ${{ github.event_name }} b", "a pull_request b"],
  ["${{ needs.build.result }}${{ needs.build.result }}", "skippedskipped"],
  ["${{ secrets.KEY }}", "${{ secrets.KEY }}"],
  ["${{ open", "${{ open"],
  ["plain", "plain"],
])("%j becomes %j", (text, expected) => {
  expect(interpolate(text, onPullRequest)).toBe(expected);
});

test("a condition of a million signs is read in one go, or not at all", () => {
  expect(conditionHolds("(".repeat(1e6), onPullRequest)).toBeNull();
  expect(conditionHolds(`${"!".repeat(1e6)}true`, onPullRequest)).toBe(true);
  expect(interpolate("${{".repeat(300_000), onPullRequest)).toHaveLength(900_000);
});
