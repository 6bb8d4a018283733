import { expect, test } from "vitest";
import type { StreamView } from "#/lib/contract/sources.ts";
import { differenceOf } from "./say-difference.ts";
import { before, NOW, stream } from "./testing/views.ts";

const whole = { lastPass: before(3), lastWholePass: before(600), countedAt: before(2) };
const NEXT =
  "The next walk over everything is due on 19 Jun 2026, 18:00 UTC, sooner where the difference stays, and asks for each of them by itself.";
const nextAt = "2026-06-19T18:00:00.000Z";

test.each<[string, Partial<StreamView>]>([
  ["it agrees", { forgeTotal: 12, held: 12 }],
  [
    "it agrees with the rows that the forge cannot give",
    { forgeTotal: 12, held: 10, quarantined: 2 },
  ],
  ["what is gone is no more counted by anybody", { forgeTotal: 12, held: 12, gone: 5 }],
  ["the forge does not say", { forgeTotal: null, held: 12 }],
  ["a walk over everything is under way", { forgeTotal: 12, held: 3, underWay: true }],
  ["none was ever made", { forgeTotal: 12, held: 3, lastWholePass: null }],
])("nothing is said where %s", (_why, given) => {
  expect(differenceOf(stream({ ...whole, ...given }), NOW)).toBeNull();
});

test.each<[string, Partial<StreamView>, number, string]>([
  ["missing", { forgeTotal: 1300, held: 50, nextAt }, -1250, `1,250 missing here. ${NEXT}`],
  [
    "too many, quarantined ones counted in",
    { forgeTotal: 12, held: 12, quarantined: 1, nextAt },
    1,
    `1 more here than the forge counts. ${NEXT}`,
  ],
  [
    "a walk that is due",
    { forgeTotal: 12, held: 11 },
    -1,
    "1 missing here. The next walk over everything is due and asks for each of them by itself.",
  ],
  [
    "a count that is older than the last pass",
    { forgeTotal: 12, held: 13, nextAt, countedAt: before(40) },
    1,
    `1 more here than the forge counts. It counted 40 minutes ago, before the last pass, and is asked again within the hour. ${NEXT}`,
  ],
  [
    "a count of which nobody knows when it was made",
    { forgeTotal: 12, held: 13, nextAt, countedAt: null },
    1,
    `1 more here than the forge counts. It counted before the last pass, and is asked again within the hour. ${NEXT}`,
  ],
  [
    "a stream that every pass reads",
    { stream: "labels", forgeTotal: 12, held: 11, lastWholePass: null },
    -1,
    "1 missing here. The next pass asks for all of them again.",
  ],
])("%s", (_what, given, more, says) => {
  expect(differenceOf(stream({ ...whole, ...given }), NOW)).toEqual({ more, says });
});
