import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answered, paceAfter, startingPace } from "./pace.ts";

const MAX = 8;
const good: Answered = { failed: false, latencyMs: 20 };
const failed: Answered = { failed: true, latencyMs: 0 };
const slow: Answered = { failed: false, latencyMs: 200 };
const after = (answers: readonly Answered[], max = MAX, others = 0) =>
  answers.reduce((pace, answered) => paceAfter(pace, answered, max, others), startingPace(max));
const times = (count: number, answered: Answered) => Array<Answered>(count).fill(answered);

test("it begins with two at once, and grows by about one for each round of good answers, up to the most", () => {
  expect(Math.floor(startingPace(MAX).width)).toBe(2);
  expect(Math.floor(after(times(3, good)).width)).toBe(3);
  expect(Math.floor(after(times(100, good)).width)).toBe(MAX);
});

test("a failure halves it, and an answer that takes more than twice the median does too", () => {
  expect(after([...times(100, good), failed]).width).toBe(4);
  expect(after([...times(100, good), slow]).width).toBe(4);
});

test.each([
  ["one that is a little slower", { failed: false, latencyMs: 39 }],
  ["one that is slower by less than the noise of a network", { failed: false, latencyMs: 69 }],
])("%s does not", (_what, answered) => {
  expect(after([...times(100, good), answered]).width).toBe(MAX);
});

test("slow answers before anything is known to be fast do not", () => {
  expect(after([good, slow, slow]).width).toBeGreaterThan(2);
});

test("failures of one round halve it once, since all were asked before the first of them came back", () => {
  const wide = after(times(100, good));
  const halved = [7, 6, 5, 4, 3, 2, 1, 0].reduce(
    (pace, others) => paceAfter(pace, failed, MAX, others),
    wide,
  );
  expect(halved.width).toBe(4);
  expect(paceAfter(halved, failed, MAX, 3).width).toBe(2);
});

test("whatever happens it stays between one and the most, and remembers only the last answers", () => {
  const answered = fc.record({ failed: fc.boolean(), latencyMs: fc.nat(1000) });
  fc.assert(
    fc.property(
      fc.array(answered, { maxLength: 200 }),
      fc.integer({ min: 1, max: 9 }),
      (answers, max) => {
        const { width, latenciesMs } = after(answers, max);
        expect(width).toBeGreaterThanOrEqual(1);
        expect(width).toBeLessThanOrEqual(max);
        expect(latenciesMs.length).toBeLessThanOrEqual(32);
      },
    ),
  );
});
