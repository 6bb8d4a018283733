import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSyncEvents, type EventStream } from "./sync-events.ts";

class Stream implements EventStream {
  readyState = 0;
  closed = false;
  readonly #heard = new Map<string, () => void>();
  addEventListener(type: string, heard: () => void): void {
    this.#heard.set(type, heard);
  }
  close(): void {
    this.closed = true;
  }
  send(type: "open" | "syncs" | "away" | "error", readyState = 1): void {
    this.readyState = readyState;
    this.#heard.get(type)?.();
  }
}

function page() {
  const streams: Stream[] = [];
  const watchers = new Set<() => void>();
  const state = { hidden: false };
  const events = createSyncEvents({
    open() {
      const stream = new Stream();
      streams.push(stream);
      return stream;
    },
    isHidden: () => state.hidden,
    onHidden(heard) {
      watchers.add(heard);
      return () => watchers.delete(heard);
    },
  });
  const hide = (hidden: boolean) => {
    state.hidden = hidden;
    for (const heard of watchers) heard();
  };
  return { events, streams, watchers, hide, last: () => streams.at(-1) ?? new Stream() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("two that listen share one stream, and the last who leaves closes it", () => {
  const { events, streams, watchers } = page();
  const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const leave = events.subscribe(first);
  const leaveToo = events.subscribe(second);
  expect(streams).toHaveLength(1);
  streams[0]?.send("open");
  streams[0]?.send("syncs");
  expect(events.told()).toEqual({ live: true, heard: 2 });
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([2, 2]);
  leave();
  expect(streams[0]?.closed).toBe(false);
  leaveToo();
  expect([streams[0]?.closed, watchers.size, events.told().live]).toEqual([true, 0, false]);
  streams[0]?.send("syncs");
  expect(events.told()).toEqual({ live: false, heard: 2 });
});

test("until it is open, and while it is broken, nothing is told by it", () => {
  const { events, last, streams } = page();
  events.subscribe(() => undefined);
  expect(events.told()).toEqual({ live: false, heard: 0 });
  last().send("open");
  last().send("error", 0);
  expect(events.told()).toEqual({ live: false, heard: 1 });
  last().send("open");
  expect(events.told()).toEqual({ live: true, heard: 2 });
  expect(streams).toHaveLength(1);
});

test("one that the server refused is opened again later, unless nobody listens any more", () => {
  const { events, last, streams } = page();
  const leave = events.subscribe(() => undefined);
  last().send("error", 2);
  expect([streams.length, last().closed]).toEqual([1, true]);
  vi.advanceTimersByTime(14_999);
  expect(streams).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(streams).toHaveLength(2);
  last().send("error", 2);
  leave();
  vi.advanceTimersByTime(60_000);
  expect(streams).toHaveLength(2);
});

test("a server that stops is left alone, and asked again when it may be back", () => {
  const { events, last, streams } = page();
  events.subscribe(() => undefined);
  last().send("open");
  last().send("away");
  expect([last().closed, events.told().live, streams.length]).toEqual([true, true, 1]);
  last().send("error", 2);
  expect(events.told().live).toBe(true);
  vi.advanceTimersByTime(15_000);
  expect(streams).toHaveLength(2);
  last().send("error", 0);
  expect(events.told().live).toBe(false);
});

test("a page that cannot be seen has none, and one that is seen again asks for what it missed", () => {
  const { events, last, streams, hide } = page();
  events.subscribe(() => undefined);
  last().send("open");
  hide(true);
  expect([last().closed, events.told()]).toEqual([true, { live: false, heard: 1 }]);
  hide(false);
  expect(streams).toHaveLength(2);
  last().send("open");
  expect(events.told()).toEqual({ live: true, heard: 2 });
});

test("a page that was never seen opens none before it is", () => {
  const { events, streams, hide } = page();
  hide(true);
  events.subscribe(() => undefined);
  expect(streams).toHaveLength(0);
  hide(false);
  hide(false);
  expect(streams).toHaveLength(1);
});
