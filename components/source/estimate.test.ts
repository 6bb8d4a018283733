import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RunView } from "#/lib/contract/sources.ts";
import { NOTHING_SEEN, type Sightings, sayLeft, secondsLeft, sight } from "./estimate.ts";
import { repository, run, source, view } from "./testing/views.ts";

const at = (done: number, given: Partial<RunView> = {}) =>
  view(source({ repositories: [repository({ run: run({ done, total: 10_000, ...given }) })] }));
const left = (sightings: Sightings, done: number, total: number | null = 10_000) =>
  secondsLeft(sightings, 1, { done, total });

describe("how long a phase may take", () => {
  const first = sight(NOTHING_SEEN, at(1000), 1_000);

  test("comes from what came since it was first seen here, not from what was there before", () => {
    const later = sight(first, at(2000), 11_000);
    expect(left(later, 2000)).toBe(80);
    expect(left(sight(later, at(3000), 21_000), 3000)).toBe(70);
  });

  test.each<[string, Sightings, number, number | null]>([
    ["it was seen only once", first, 1000, 10_000],
    ["it was seen for less than five seconds", sight(first, at(2000), 5_999), 2000, 10_000],
    ["nothing came", sight(first, at(1000), 60_000), 1000, 10_000],
    ["less than a hundredth came", sight(first, at(1099), 60_000), 1099, 10_000],
    ["how much there is is not known", sight(first, at(2000), 11_000), 2000, null],
    ["all is there", sight(first, at(10_000), 11_000), 10_000, 10_000],
    ["more came than was said", sight(first, at(10_500), 11_000), 10_500, 10_000],
    ["another phase began", sight(first, at(2000, { phase: "issues" }), 11_000), 2000, 10_000],
    ["another run began", sight(first, at(2000, { startedAt: "later" }), 11_000), 2000, 10_000],
    ["it began anew", sight(first, at(500), 11_000), 500, 10_000],
    ["it ended", sight(first, at(2000, { state: "done" }), 11_000), 2000, 10_000],
  ])("is not said where %s", (_why, sightings, done, total) => {
    expect(left(sightings, done, total)).toBeNull();
  });

  test("an answer that was seen before adds nothing", () => {
    expect(sight(first, at(2000), 1_000)).toBe(first);
  });

  test("is never below 0, nor said as none, whatever is answered and when", () => {
    const answer = fc.record({ done: fc.nat(20_000), after: fc.nat(100_000) });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 20 }), (answers) => {
        let sightings = NOTHING_SEEN;
        for (const { done, after } of answers) {
          sightings = sight(sightings, at(done), sightings.at + after);
          const seconds = left(sightings, done);
          if (seconds === null) continue;
          expect(seconds).toBeGreaterThan(0);
          expect(sayLeft(seconds)).not.toMatch(/\b0 |-/);
        }
      }),
    );
  });
});

test.each([
  [0.2, "less than a minute left"],
  [59.9, "less than a minute left"],
  [60, "about 1 min left"],
  [200, "about 3 min left"],
  [5399, "about 90 min left"],
  [5400, "about 2 h left"],
])("%d seconds are %s", (seconds, text) => {
  expect(sayLeft(seconds)).toBe(text);
});
