import fc from "fast-check";
import { expect, test } from "vitest";
import { grouped } from "./grouped.ts";

const items = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 6 }));

test("groups keep all items in order, and need no more than allowed unless an item alone does", () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 6 }), (all, most) => {
      const groups = [...grouped(all, (ids) => ids, most)];
      expect(groups.flatMap((group) => group.items)).toEqual(all);
      for (const group of groups) {
        expect(new Set(group.ids)).toEqual(new Set(group.items.flat()));
        const largest = Math.max(...group.items.map((ids) => new Set(ids).size));
        expect(group.ids.length).toBeLessThanOrEqual(Math.max(most, largest));
      }
    }),
  );
});
