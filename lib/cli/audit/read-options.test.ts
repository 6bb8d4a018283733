import { InvalidArgumentError } from "commander";
import { describe, expect, test } from "vitest";
import { readLimit, readSince, readUntil } from "./read-options.ts";

test.each([
  [readSince, "2026-06-12", "2026-06-12T00:00:00.000Z"],
  [readUntil, "2026-06-12", "2026-06-12T23:59:59.999Z"],
  [readSince, "2026-06-12T08:00:00Z", "2026-06-12T08:00:00.000Z"],
  [readUntil, "2026-06-12T08:00:00+02:00", "2026-06-12T06:00:00.000Z"],
])("%o of %s is %s", (read, text, expected) => {
  expect(read(text).toISOString()).toBe(expected);
});

describe("refused with the form that is wanted", () => {
  test.each(["garbage", "2026-02-30", "2026-6-1", "yesterday", "", "2026-06-12 08:00"])(
    "the date %j",
    (text) => {
      expect(() => readSince(text)).toThrow(InvalidArgumentError);
      expect(() => readUntil(text)).toThrow(/2026-06-12/);
    },
  );

  test.each(["0", "-1", "1.5", "x", "", "1e3", " 5", "99999999999999999999"])(
    "the limit %j",
    (text) => {
      expect(() => readLimit(text)).toThrow(InvalidArgumentError);
    },
  );
});

test("a limit is a whole number", () => {
  expect(readLimit("3000")).toBe(3000);
});
