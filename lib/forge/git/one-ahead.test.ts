import { expect, test } from "vitest";
import { oneAhead } from "./one-ahead.ts";

test("results keep their order, and one more is under way while one is worked on", async () => {
  const begun: number[] = [];
  const seen: string[] = [];
  const begin = async (item: number) => {
    begun.push(item);
    return item * 10;
  };
  for await (const result of oneAhead([1, 2, 3], begin)) seen.push(`${result} of ${begun.length}`);
  expect(seen).toEqual(["10 of 2", "20 of 3", "30 of 3"]);
});

test("a failure comes in its turn", async () => {
  const seen: number[] = [];
  const begin = async (item: number) => {
    if (item === 2) throw new Error("two");
    return item;
  };
  const all = async () => {
    for await (const result of oneAhead([1, 2, 3], begin)) seen.push(result);
  };
  await expect(all()).rejects.toThrow("two");
  expect(seen).toEqual([1]);
});

test("of nothing nothing comes", async () => {
  expect(await Array.fromAsync(oneAhead([], async () => 1))).toEqual([]);
});
