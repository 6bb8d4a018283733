import { expect, test } from "vitest";
import { laneOf, openLane } from "./lane.ts";

const GOOD = { failed: false, latencyMs: 1 };
const turns = () => new Promise((resolve) => setImmediate(resolve));

test("only so many are on the way, and the others come in the order in which they asked", async () => {
  const lane = openLane(1);
  const order: number[] = [];
  const leaves = [0, 1, 2].map(async (nth) => {
    const leave = await lane.enter();
    order.push(nth);
    return leave;
  });
  await turns();
  expect(order).toEqual([0]);
  (await leaves[0])?.(GOOD);
  await turns();
  expect(order).toEqual([0, 1]);
  (await leaves[1])?.(GOOD);
  (await leaves[2])?.(GOOD);
  expect(order).toEqual([0, 1, 2]);
});

test("good answers let more in, and a failure lets in no more until it is narrow enough", async () => {
  const lane = openLane(8);
  const inside: number[] = [];
  const wait = (nth: number) =>
    lane.enter().then((leave) => {
      inside.push(nth);
      return leave;
    });
  const first = [0, 1, 2, 3].map(wait);
  await turns();
  expect(inside).toEqual([0, 1]);
  (await first[0])?.({ failed: true, latencyMs: 1 });
  await turns();
  expect([inside, lane.width()]).toEqual([[0, 1], 1]);
  (await first[1])?.(GOOD);
  await turns();
  expect(inside).toEqual([0, 1, 2]);
});

test("who left without a request lets the next one in, and says nothing of the forge", async () => {
  const lane = openLane(8);
  for (let nth = 0; nth < 20; nth += 1) (await lane.enter())(null);
  expect(lane.width()).toBe(2);
});

test("who gives up leaves the queue with the reason, and holds nobody up", async () => {
  const lane = openLane(1);
  const leave = await lane.enter();
  const stopping = new AbortController();
  const waiting = lane.enter(stopping.signal);
  const next = lane.enter();
  const reason = new Error("stopped");
  stopping.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(lane.enter(stopping.signal)).rejects.toBe(reason);
  leave(GOOD);
  (await next)(GOOD);
});

test("a lane is the same for all who name it", () => {
  expect(laneOf("https://forge.example rest", 8)).toBe(laneOf("https://forge.example rest", 8));
  expect(laneOf("https://forge.example rest", 8)).not.toBe(
    laneOf("https://forge.example graphql", 1),
  );
});
