import { expect, test } from "vitest";
import { remember } from "./remember.ts";

function memory(keysMax = 2) {
  const clock = { now: 0 };
  let reads = 0;
  const held = remember<number>({ forMs: 100, keysMax, now: () => clock.now });
  const get = (key: string) => held.get(key, async () => (reads += 1));
  return { clock, held, get };
}

test("an answer is held until its time is over", async () => {
  const { clock, get } = memory();
  expect(await get("a")).toBe(1);
  clock.now = 99;
  expect(await get("a")).toBe(1);
  clock.now = 100;
  expect(await get("a")).toBe(2);
});

test("two who ask at once wait for one answer", async () => {
  const { get } = memory();
  expect(await Promise.all([get("a"), get("a")])).toEqual([1, 1]);
});

test("no more keys are held than may be: the oldest goes first, and one that was read anew is young", async () => {
  const { held, get } = memory();
  await get("a");
  await get("b");
  held.forget("a");
  await get("a");
  await get("c");
  expect([await get("a"), await get("c"), await get("b")]).toEqual([3, 4, 5]);
});

test("a failure is not held", async () => {
  const { held, get } = memory();
  await expect(held.get("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await get("a")).toBe(1);
});
