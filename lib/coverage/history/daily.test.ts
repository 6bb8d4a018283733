import fc from "fast-check";
import { expect, test } from "vitest";
import { tallyOf } from "../tally.ts";
import { VERDICTS } from "../verdict.ts";
import { dailySeries } from "./daily.ts";

const at = (text: string) => new Date(text);
const covered = (text: string) => ({ enteredAt: at(text), verdict: "covered" as const });
const shown = (series: ReturnType<typeof dailySeries>) =>
  series.map(({ day, tally }) => [day, tally.covered]);

test("items count from their day on, those before in the first day, those after never", () => {
  const items = ["2026-05-30T10:00Z", "2026-06-02T00:00Z", "2026-06-04T00:00Z"].map(covered);
  const range = { from: at("2026-06-01T12:00Z"), until: at("2026-06-03T23:59Z"), timeZone: "UTC" };
  expect(shown(dailySeries({ items, ...range }))).toEqual([
    ["2026-06-01", 1],
    ["2026-06-02", 2],
    ["2026-06-03", 2],
  ]);
});

test("a day is the time zone's day", () => {
  const items = [covered("2026-06-01T23:30Z")];
  const range = { from: at("2026-06-01T00:00Z"), until: at("2026-06-02T00:00Z") };
  expect(shown(dailySeries({ items, ...range, timeZone: "UTC" }))[0]).toEqual(["2026-06-01", 1]);
  expect(shown(dailySeries({ items, ...range, timeZone: "Asia/Tokyo" }))).toEqual([
    ["2026-06-01", 0],
    ["2026-06-02", 1],
  ]);
});

test("days of 23 and 25 hours are one day each", () => {
  const zone = { items: [], timeZone: "Europe/Berlin" };
  const spring = dailySeries({
    ...zone,
    from: at("2026-03-28T12:00Z"),
    until: at("2026-03-30T12:00Z"),
  });
  const autumn = dailySeries({
    ...zone,
    from: at("2026-10-24T12:00Z"),
    until: at("2026-10-26T12:00Z"),
  });
  expect([spring, autumn].map((series) => series.map(({ day }) => day.slice(5)))).toEqual([
    ["03-28", "03-29", "03-30"],
    ["10-24", "10-25", "10-26"],
  ]);
});

test("an end before the start is no day", () => {
  expect(
    dailySeries({ items: [], from: at("2026-06-02"), until: at("2026-06-01"), timeZone: "UTC" }),
  ).toEqual([]);
});

test("the last day is the tally of everything that entered by then, in any order", () => {
  const from = at("2026-01-01T00:00Z");
  const until = at("2026-03-01T00:00Z");
  const items = fc.array(
    fc.record({
      enteredAt: fc.date({ min: at("2025-12-01"), max: until, noInvalidDate: true }),
      verdict: fc.constantFrom(...VERDICTS),
    }),
  );
  fc.assert(
    fc.property(items, (all) => {
      const series = dailySeries({ items: all, from, until, timeZone: "UTC" });
      expect(series.at(-1)?.tally).toEqual(tallyOf(all.map(({ verdict }) => verdict)));
      expect(dailySeries({ items: all.toReversed(), from, until, timeZone: "UTC" })).toEqual(
        series,
      );
    }),
  );
});
