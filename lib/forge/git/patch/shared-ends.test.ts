import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedEnds } from "./shared-ends.ts";

const line = fc.constantFrom("a\n", "b\n", "\n", "aaaa\n");
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join(""));
const long = fc
  .tuple(text, fc.nat(9000))
  .map(([part, times]) => part.repeat(times).slice(0, 300_000));
const open = fc.constantFrom("", "a", "\n");

test("what two contents share at their ends is whole lines, and as many as there are", () => {
  fc.assert(
    fc.property(long, text, text, long, open, open, (head, one, other, tail, end, otherEnd) => {
      const before = Buffer.from(head + one + tail + end);
      const after = Buffer.from(head + other + tail + otherEnd);
      const shared = sharedEnds(before, after);
      const [oldTail, newTail] = [before.length - shared.tail, after.length - shared.tail];
      expect(before.subarray(0, shared.head).equals(after.subarray(0, shared.head))).toBe(true);
      expect(before.subarray(oldTail).equals(after.subarray(newTail))).toBe(true);
      expect(Math.min(oldTail, newTail)).toBeGreaterThanOrEqual(shared.head);
      for (const cut of [before.subarray(0, shared.head), before.subarray(0, oldTail)]) {
        expect(cut.length === 0 || cut.at(-1) === 10 || cut.length === before.length).toBe(true);
      }
      const next = (content: Buffer) =>
        content.subarray(shared.head, content.indexOf(10, shared.head) + 1).toString();
      const isMore = next(before) !== "" && next(before) === next(after);
      const isRoom = Math.min(oldTail, newTail) - shared.head >= next(before).length;
      expect(isMore && isRoom).toBe(false);
    }),
    { numRuns: 300 },
  );
});
