import { expect, test } from "vitest";
import { tellWatchers } from "#/lib/store/watchers.ts";
import { streamSyncs } from "./watch-syncs.ts";

const EVENT = "event: syncs\ndata: changed\n\n";

/** Reads a stream text by text; null at its end. */
function read(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const next = async () => {
    const { value } = await reader.read();
    return value === undefined ? null : decoder.decode(value);
  };
  return { next, leave: () => reader.cancel() };
}

test("what is told in one breath is one event, and the stream ends with its request", async () => {
  const request = new AbortController();
  const { next } = read(streamSyncs(request.signal));
  expect(await next()).toBe("retry: 3000\n\n");
  expect(await next()).toBe(EVENT);
  await Promise.all([tellWatchers(), tellWatchers(), tellWatchers()]);
  expect(await next()).toBe(EVENT);
  const last = next();
  request.abort();
  expect(await last).toBeNull();
});

test("a reader who leaves before the request ends does no harm", async () => {
  const request = new AbortController();
  const { next, leave } = read(streamSyncs(request.signal));
  await next();
  await leave();
  expect(() => request.abort()).not.toThrow();
});

test("of a request that is over nothing is listened for", async () => {
  const { next } = read(streamSyncs(AbortSignal.abort()));
  expect(await next()).toBe("retry: 3000\n\n");
  expect(await next()).toBeNull();
});

test("a server that is told to stop ends every stream", async () => {
  const streams = [new AbortController(), new AbortController()].map(({ signal }) =>
    read(streamSyncs(signal)),
  );
  for (const { next } of streams) await next();
  process.emit("SIGTERM");
  for (const { next } of streams) {
    let [text, before] = [await next(), ""];
    while (text !== null) [text, before] = [await next(), text];
    expect(before).toContain("event: away");
  }
  // A page that asks meanwhile is told the same.
  const late = read(streamSyncs(new AbortController().signal));
  expect(await late.next()).toBe("retry: 3000\n\n");
  expect(await late.next()).toContain("event: away");
  expect(await late.next()).toBeNull();
});
