import { describe, expect, test } from "vitest";
import { isLimit, limitOf } from "./limit-of.ts";

const NOW = new Date("2026-06-12T12:00:00.500Z");
/** The forge's clock is an hour ahead of ours. */
const DATE = "Fri, 12 Jun 2026 13:00:00 GMT";
const THEIR_SECONDS = Date.parse(DATE) / 1000;
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const seenOf = (status: number, headers: Record<string, string>, said = "") =>
  limitOf({ status, headers: new Headers(headers), said }, "rest", NOW);

describe("before when nothing may be asked", () => {
  const left = (remaining: number, resetIn: number) => ({
    date: DATE,
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(THEIR_SECONDS + resetIn),
  });
  const secondary = '{"message":"You have exceeded a secondary rate limit."}';
  test.each<[string, number, Record<string, string>, string, number | null]>([
    ["429 with seconds", 429, { "retry-after": "90" }, "", 90],
    ["503 with seconds", 503, { "retry-after": "90" }, "", 90],
    ["403 with seconds, a secondary limit", 403, { ...left(40, 9), "retry-after": "30" }, "", 30],
    [
      "a date, by the forge's clock",
      429,
      { date: DATE, "retry-after": "Fri, 12 Jun 2026 13:02:00 GMT" },
      "",
      120,
    ],
    [
      "a date that is over",
      503,
      { date: DATE, "retry-after": "Fri, 12 Jun 2026 12:59:00 GMT" },
      "",
      null,
    ],
    ["no seconds at all", 429, { "retry-after": "0" }, "", null],
    ["neither seconds nor a date", 429, { "retry-after": "soon" }, "", null],
    ["seconds below nothing", 429, { "retry-after": "-5" }, "", null],
    [
      "years of seconds, of which a day is believed",
      429,
      { "retry-after": "999999999" },
      "",
      86_400,
    ],
    ["more digits than a number has", 429, { "retry-after": "9".repeat(400) }, "", null],
    ["403 with nothing left until a reset", 403, left(0, 1800), "", 1800],
    ["429 with nothing left until a reset", 429, left(0, 1800), "", 1800],
    ["nothing left, and the reset is over", 429, left(0, -5), "", null],
    ["nothing left, and no reset", 429, { "x-ratelimit-remaining": "0" }, "", 60],
    ["403 with some left is a missing right", 403, left(40, 1800), '{"message":"no"}', null],
    ["403 without any limit is a missing right", 403, {}, "", null],
    ["403 that says it is a secondary limit", 403, left(40, 1800), secondary, 60],
    ["429 of a forge that counts, without a time", 429, left(40, 1800), "", 60],
    ["429 of a proxy that says nothing", 429, {}, "<html>rate limit</html>", null],
    ["500 with nothing left", 500, left(0, 1800), "", null],
    ["a right answer with the last one", 200, { ...left(0, 1800), "retry-after": "9" }, "", null],
  ])("%s", (_what, status, headers, said, seconds) => {
    const { notBefore } = seenOf(status, headers, said);
    expect(notBefore).toEqual(seconds === null ? null : inSeconds(seconds));
  });

  test("a refusal with such a time is a limit, and another 403 or a failure is none", () => {
    const told = { "retry-after": "9" };
    expect([
      isLimit(403, seenOf(403, told)),
      isLimit(403, seenOf(403, {})),
      isLimit(503, seenOf(503, told)),
    ]).toEqual([true, false, false]);
  });
});

describe("what is left", () => {
  test("is read with its reset, by our clock", () => {
    const headers = {
      date: DATE,
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": "4711",
      "x-ratelimit-reset": String(THEIR_SECONDS + 60),
      "x-ratelimit-resource": "core",
    };
    const seen = { limit: 5000, remaining: 4711, resetAt: inSeconds(60), notBefore: null };
    expect(seenOf(200, headers)).toEqual(seen);
  });

  test.each<[string, Record<string, string>, number | null]>([
    ["seconds from now", { "ratelimit-reset": "30" }, 30],
    ["milliseconds", { date: DATE, "x-ratelimit-reset": String((THEIR_SECONDS + 7) * 1000) }, 7],
    [
      "a moment, where the forge has no clock",
      { "x-ratelimit-reset": String(Math.floor(NOW.getTime() / 1000) + 60) },
      59.5,
    ],
    ["no number", { "x-ratelimit-reset": "tomorrow" }, null],
  ])("its reset may be %s", (_what, headers, seconds) => {
    const { resetAt } = seenOf(200, headers);
    expect(resetAt).toEqual(seconds === null ? null : inSeconds(seconds));
  });

  test("of another resource says nothing of this one", () => {
    const headers = {
      "x-ratelimit-remaining": "3",
      "x-ratelimit-limit": "30",
      "x-ratelimit-resource": "search",
    };
    expect(seenOf(200, headers)).toMatchObject({ limit: null, remaining: null });
    const graphql = { ...headers, "x-ratelimit-resource": "graphql" };
    const answer = { status: 200, headers: new Headers(graphql), said: "" };
    expect(limitOf(answer, "graphql", NOW).remaining).toBe(3);
  });

  test.each(["", "-1", "1.5", "many", "9".repeat(30)])("is unknown where it is %j", (text) => {
    expect(seenOf(200, { "x-ratelimit-remaining": text }).remaining).toBeNull();
  });
});
