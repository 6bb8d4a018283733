import fc from "fast-check";
import { expect, test } from "vitest";
import { createObjectStore } from "./object-store.ts";

const body = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  // Around the lengths at which a body is written otherwise, and beyond what one copy can name.
  fc
    .constantFrom(8191, 8192, 65_535, 65_536, 200_000)
    .map((length) => Buffer.alloc(length, "ab\n")),
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 300 }),
  added: fc.uint8Array({ maxLength: 300 }),
});

test("whatever was kept is read back, however long the chain that it was made from", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(body, fc.array(edit, { maxLength: 60 }), (first, edits) => {
      const store = createObjectStore();
      const kept = new Map([[store.add("blob", first), first]]);
      let [id, last] = [store.add("blob", first), first];
      for (const { at, removed, added } of edits) {
        const from = Math.floor(at * last.length);
        last = Buffer.concat([last.subarray(0, from), added, last.subarray(from + removed)]);
        id = store.add("blob", last, id);
        kept.set(id, last);
      }
      expect(store.count()).toBe(kept.size);
      for (const [each, bytes] of kept) expect(store.read("blob", each).equals(bytes)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("what has left memory is read from the entries", { timeout: 60_000 }, () => {
  const store = createObjectStore();
  const many = Array.from({ length: 40 }, (_, nth) => Buffer.alloc(2 * 1024 * 1024, `${nth}\n`));
  const ids = many.map((bytes) => store.add("blob", bytes));
  expect(ids.every((id, at) => many[at]?.equals(store.read("blob", id)))).toBe(true);
});

test("an object of another kind, and one that is not there, are refused", () => {
  const store = createObjectStore();
  const id = store.add("blob", Buffer.from("text"));
  expect(() => store.read("tree", id)).toThrow(`no tree ${id}`);
  expect(() => store.read("blob", "0".repeat(40))).toThrow("no blob");
  expect([store.kindOf(id), store.kindOf("0".repeat(40))]).toEqual(["blob", null]);
});
