import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fate, keepFates } from "./keep-fates.ts";

type Told = readonly { readonly id: number; readonly fate: Fate }[];

/** The same by its definition, without a memory. */
const takenBackBy = (told: Told, id: number): number | string | null => {
  const last = told.findLast(
    (each) => each.id === id && takenBackBy(told, Number(each.fate.by)) === null,
  );
  return last?.fate.takes ? last.fate.by : null;
};

const SIZE = 8;
const told = fc
  .array(fc.tuple(fc.nat(SIZE), fc.nat(SIZE), fc.boolean()), { maxLength: 12 })
  .map((rows) =>
    rows
      .filter(([id, by]) => id < by)
      .toSorted(([, one], [, other]) => one - other)
      .map(([id, by, takes]) => ({ id, fate: { by, takes } })),
  );

test("the last fate counts whose change stands, asked at any time or at the end", () => {
  fc.assert(
    fc.property(told, (rows) => {
      const fates = keepFates();
      for (const [at, { id, fate }] of rows.entries()) {
        fates.add(id, fate);
        expect(fates.takenBackBy(id)).toBe(takenBackBy(rows.slice(0, at + 1), id));
      }
      const takenBack = fates.takenBack();
      for (let id = 0; id <= SIZE; id += 1) {
        expect(takenBack.get(id) ?? null).toBe(takenBackBy(rows, id));
      }
    }),
  );
});

test("a chain of a hundred thousand reverts is followed to its end", () => {
  const fates = keepFates();
  for (let by = 1; by <= 100_000; by += 1) fates.add(by - 1, { by, takes: true });
  expect(fates.takenBackBy(0)).toBeNull();
  expect(fates.takenBack().size).toBe(50_000);
});
