import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock, tryLock } from "./take-lock.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gateline-lock-"));
  path = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOBODY = 2 ** 22 + 1;

const held = (holder: object, at = new Date()): void => {
  const whole = { id: "other", host: hostname(), pid: process.pid, started: null, ...holder };
  writeFileSync(path, JSON.stringify(whole));
  utimesSync(path, at, at);
};

test("one of many who ask in the same moment has it, and leaves nothing behind", async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => tryLock(path)));
  const [lock, ...others] = asked.filter((one) => one !== null);
  expect(others).toEqual([]);
  expect(await tryLock(path)).toBeNull();
  await lock?.[Symbol.asyncDispose]();
  expect(readdirSync(folder)).toEqual([]);
});

test("all who wait have it one after the other", async () => {
  let inside = 0;
  const most: number[] = [];
  const work = async () => {
    await using lock = await takeLock(path);
    inside += 1;
    most.push(inside);
    await new Promise(setImmediate);
    inside -= 1;
    return lock;
  };
  await Promise.all([work(), work(), work()]);
  expect(most).toEqual([1, 1, 1]);
});

const long = new Date(Date.now() - 60 * 60_000);

test.each([
  ["a process that does not live", { pid: NOBODY }, new Date(), true],
  ["a process whose number another has now", { started: "1" }, new Date(), true],
  ["a process that lives, however long", {}, long, false],
  ["a machine that was heard of just now", { host: "elsewhere", pid: NOBODY }, new Date(), false],
  ["a machine that was not heard of for long", { host: "elsewhere" }, long, true],
])("of %s it is taken: %#", async (_whose, holder, at, isTaken) => {
  held(holder, at);
  const lock = await tryLock(path);
  expect(lock !== null).toBe(isTaken);
  await lock?.[Symbol.asyncDispose]();
  expect(readdirSync(folder)).toEqual(isTaken ? [] : ["lock"]);
});

test.each(["", "{", "null", '{"pid": "x"}'])(
  "a lock that cannot be read, as %j, is nobody's",
  async (text) => {
    writeFileSync(path, text);
    expect(await tryLock(path)).not.toBeNull();
  },
);

test("who waits can be stopped", async () => {
  await using lock = await takeLock(path);
  const stopping = new AbortController();
  const waiting = takeLock(path, stopping.signal);
  stopping.abort(new Error("stopped"));
  await expect(waiting).rejects.toThrow();
  expect(lock).toBeDefined();
});
