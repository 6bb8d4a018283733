import { expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

/** Work whose end the test says, and what was begun. */
function told() {
  const begun: number[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const turns = inTurn((item: number) => {
    begun.push(item);
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  });
  return { begun, ends, turns };
}

test("the next item is handed over while one is worked on, and its work waits for that one", async () => {
  const { begun, ends, turns } = told();
  await turns.next(1);
  expect(begun).toEqual([1]);
  const second = turns.next(2);
  await Promise.resolve();
  expect(begun).toEqual([1]);
  ends[0]?.resolve();
  await second;
  expect(begun).toEqual([1, 2]);
  ends[1]?.resolve();
  await turns.end();
});

test("what one threw is thrown at the next, which is not begun, and not once more at the end", async () => {
  const { begun, ends, turns } = told();
  await turns.next(1);
  ends[0]?.reject(new Error("no room"));
  await expect(turns.next(2)).rejects.toThrow("no room");
  await turns.end();
  expect(begun).toEqual([1]);
});

test("what the last one threw is thrown at the end", async () => {
  const { ends, turns } = told();
  await turns.next(1);
  ends[0]?.reject(new Error("no room"));
  await expect(turns.end()).rejects.toThrow("no room");
});

test("where nothing was handed over there is nothing to wait for", async () => {
  await expect(told().turns.end()).resolves.toBeUndefined();
});
