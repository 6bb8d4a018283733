import { afterEach, expect, test, vi } from "vitest";
import { db } from "./db.ts";
import { watchSyncs } from "./watch-syncs.ts";
import { tellWatchers } from "./watchers.ts";

const WITHIN = { timeout: 20_000, interval: 20 };
const stops: (() => void)[] = [];

function watch() {
  const heard = vi.fn<() => void>();
  const stop = watchSyncs(heard);
  stops.push(stop);
  return { heard, stop };
}

/** The connections of this file's database that listen. */
async function ears(): Promise<number[]> {
  const rows = await db.$queryRaw<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;
  return rows.map(({ pid }) => pid);
}

const oneEar = () =>
  vi.waitFor(async () => {
    const [pid, ...others] = await ears();
    if (pid === undefined || others.length > 0) throw new Error("There is not one connection.");
    return pid;
  }, WITHIN);

const noEar = () =>
  vi.waitFor(async () => {
    if ((await ears()).length > 0) throw new Error("There is still a connection.");
  }, WITHIN);

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await noEar();
});

test("two who watch share one connection, both hear what is told, and it is closed behind the last", async () => {
  const [first, second] = [watch(), watch()];
  await oneEar();
  // What was said before it listened was not heard: each is called once for that.
  await vi.waitFor(() => expect(second.heard).toHaveBeenCalledTimes(1), WITHIN);
  await tellWatchers();
  await vi.waitFor(() => expect(second.heard).toHaveBeenCalledTimes(2), WITHIN);
  expect(first.heard).toHaveBeenCalledTimes(2);
  first.stop();
  await tellWatchers();
  await vi.waitFor(() => expect(second.heard).toHaveBeenCalledTimes(3), WITHIN);
  expect(first.heard).toHaveBeenCalledTimes(2);
  second.stop();
  await noEar();
  const third = watch();
  await vi.waitFor(() => expect(third.heard).toHaveBeenCalledTimes(1), WITHIN);
  expect(second.heard).toHaveBeenCalledTimes(3);
});

test("a connection that is lost is opened again, and everybody is called for what was missed", async () => {
  const { heard } = watch();
  const lost = await oneEar();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), WITHIN);
  await db.$queryRaw`select pg_terminate_backend(${lost}::int)`;
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), WITHIN);
  expect(await oneEar()).not.toBe(lost);
  await tellWatchers();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3), WITHIN);
});
