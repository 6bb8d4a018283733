import { expect, test } from "vitest";
import type { CheckContext } from "./check-schema.ts";
import { toCheckState } from "./to-check-state.ts";
import { toChecks } from "./to-checks.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 0, minute));
const run = (name: string, conclusion: string | null, minute = 1): CheckContext => ({
  __typename: "CheckRun",
  name,
  conclusion,
  startedAt: at(0),
  completedAt: conclusion === null ? null : at(minute),
  detailsUrl: "https://ci.example/1",
  checkSuite: { createdAt: at(0) },
});
const status = (context: string, state: string, targetUrl: string | null = null): CheckContext => ({
  __typename: "StatusContext",
  context,
  state,
  createdAt: at(2),
  targetUrl,
});

test.each([
  ["SUCCESS", "success"],
  ["FAILURE", "failure"],
  ["NEUTRAL", "neutral"],
  ["CANCELLED", "cancelled"],
  ["SKIPPED", "skipped"],
  ["TIMED_OUT", "failure"],
  ["STARTUP_FAILURE", "failure"],
  ["ACTION_REQUIRED", "failure"],
  ["STALE", "cancelled"],
  ["ERROR", "error"],
  ["EXPECTED", "pending"],
  ["PENDING", "pending"],
  [null, "pending"],
  ["timed_out", "failure"],
  ["GREAT", null],
  ["constructor", null],
])("%s is %s", (word, state) => {
  expect(toCheckState(word)).toBe(state);
});

test("runs and statuses are one list by context, the worst of those that share one", () => {
  const rows = [run("unit", "SUCCESS"), run("unit", "TIMED_OUT", 3), status("unit", "PENDING")];
  expect(toChecks([status("lint", "SUCCESS"), ...rows])).toEqual({
    known: true,
    value: [
      { context: "lint", state: "success", at: at(2), url: null },
      { context: "unit", state: "failure", at: at(3), url: "https://ci.example/1" },
    ],
  });
});

test("in whichever order they come", () => {
  const rows = [run("unit", "CANCELLED"), run("unit", "SKIPPED"), run("unit", null)];
  for (const order of [rows, rows.toReversed()]) {
    expect(toChecks(order)).toMatchObject({ value: [{ state: "cancelled" }] });
  }
});

test("one that waits was posted when its suite was made", () => {
  const waiting = { ...run("unit", null), startedAt: null };
  expect(toChecks([waiting])).toMatchObject({ value: [{ state: "pending", at: at(0) }] });
});

test("an address that is none of the web is left out", () => {
  expect(toChecks([status("a", "SUCCESS", "javascript:alert(1)")])).toMatchObject({
    value: [{ url: null }],
  });
});

test("a word that we do not know makes them unknown, and is told", () => {
  const told = toChecks([run("unit", "SUCCESS"), run("lint", "GREAT")]);
  expect(told).toEqual({
    known: false,
    why: 'The forge says "GREAT" of the context "lint", which is no state that we know.',
  });
});
