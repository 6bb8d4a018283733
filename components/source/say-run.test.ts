import { expect, test } from "vitest";
import type { RunView } from "#/lib/contract/sources.ts";
import { sayCost, sayIn, sayProgress, sayReach, shareOf } from "./say-run.ts";
import { before, NOW, repository, run, stream } from "./testing/views.ts";

test.each<[Partial<RunView>, number | null, string]>([
  [{ done: 1250, total: 10_000 }, 200, "Pull requests 1,250 of 10,000, about 3 min left"],
  [{ done: 1250, total: 10_000 }, null, "Pull requests 1,250 of 10,000"],
  [{ done: 12, total: 10 }, null, "Pull requests 12 of 12"],
  [{ done: 300, total: null, phase: "runs" }, null, "Runs 300"],
  [{ done: 0, total: null, phase: "commits" }, null, "Direct commits"],
  [{ done: 0, total: 0, phase: "files" }, null, "Changed files"],
  [{ phase: "starting" }, null, "Starting"],
  [
    { phase: "issues: asking for what the list did not show", done: 1, total: 4 },
    null,
    "Issues: asking for what the list did not show 1 of 4",
  ],
])("of %o with %s seconds left is said: %s", (given, left, text) => {
  expect(sayProgress(run(given), left)).toBe(text);
});

test.each([
  [5, 10, 0.5],
  [12, 10, 1],
  [5, null, null],
  [0, 0, null],
])("%i of %s is a share of %s", (done, total, share) => {
  expect(shareOf({ done, total })).toBe(share);
});

test("what a run costs is said with the time that it took", () => {
  expect(sayCost(run({ requests: 1240, startedAt: before(3) }), NOW)).toBe(
    "1,240 requests in 3 minutes",
  );
});

test("how far back a first walk came is said until it is at its end", () => {
  const pulls = stream({ reachedBack: "2026-03-01T09:00:00.000Z" });
  expect(sayReach(repository({ streams: [pulls] }))).toBe("Synced back to 1 March 2026");
  const whole = { ...pulls, lastWholePass: before(1) };
  expect(sayReach(repository({ streams: [whole] }))).toBeNull();
  expect(sayReach(repository({ streams: [stream()] }))).toBeNull();
});

test.each([
  [before(-12), "in 12 minutes"],
  [before(0), "now"],
  [before(5), "now"],
])("%s is %s", (at, text) => {
  expect(sayIn(at, NOW)).toBe(text);
});
