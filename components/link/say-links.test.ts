import { expect, test } from "vitest";
import { sayLinks, sayMentions, sayRejected, sayWaiting } from "./say-links.ts";
import { rejectedOf } from "./testing/link-of.ts";

const counts = (closes: number, covers: number, refs: number, asks = 0) => ({
  closes,
  covers,
  refs,
  asks,
});

test.each([
  [counts(0, 0, 0), "No text that was read leads to anything of this program."],
  [counts(1, 0, 0), "Of 1 link, 1 repairs, 0 cover and 0 only mention something."],
  [counts(40, 1, 1200), "Of 1,241 links, 40 repair, 1 covers and 1,200 only mention something."],
])("%o", (given, sentence) => {
  expect(sayLinks(given)).toBe(sentence);
});

test.each([
  [0, "No link waits for a person"],
  [1, "1 link waits for a person"],
  [2, "2 links wait for a person"],
])("%i that wait", (asks, sentence) => {
  expect(sayWaiting(counts(3, 0, 0, asks))).toBe(sentence);
});

test.each([
  ["one", [false], "1 mention"],
  ["two, one of which waits", [false, true], "2 mentions, 1 waits for a person"],
])("%s", (_what, asking, sentence) => {
  expect(sayMentions(asking.map((asks) => ({ asks })))).toBe(sentence);
});

test.each([
  ["one", 1, 1, "Rejected: 1 link"],
  ["all of them", 3, 3, "Rejected: 3 links"],
  ["some of many", 2, 1200, "Rejected: 1,200 links, the newest 2 of them here"],
])("%s rejected", (_what, shown, total, sentence) => {
  const rows = Array.from({ length: shown }, () => rejectedOf());
  expect(sayRejected({ rows, total })).toBe(sentence);
});
