import { expect, test } from "vitest";
import type { Answer } from "../http.ts";
import { isTooHeavy, readGraphql } from "./read-graphql.ts";

const NOW = "Mon, 01 Jun 2026 00:00:00 GMT";
const answer = (body: unknown, headers: Record<string, string> = {}): Answer => {
  const all = new Headers({ date: NOW, ...headers });
  return { status: 200, body, headers: all };
};
const failed = (type: string | null, message: string, data: unknown = null) =>
  answer({ data, errors: [{ ...(type === null ? {} : { type }), message }] });
const errorOf = (given: Answer) => readGraphql(given).catch((error: unknown) => error);

test.each([
  ["RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded."],
  ["MAX_NODE_LIMIT_EXCEEDED", "This query requests up to 600,000 possible nodes."],
  [null, "Something went wrong while executing your query on 2026-06-01. Please include `A1`."],
  [null, "Something went wrong while executing your query. This may be the result of a timeout."],
])("%s (%s) says that less should be asked for, also where a part was told", async (type, text) => {
  for (const data of [null, { repository: { issues: null } }]) {
    const error = await errorOf(failed(type, text, data));
    expect(isTooHeavy(error)).toBe(true);
    expect(error).toMatchObject({ code: "unavailable", status: 504 });
  }
});

test.each([
  ["NOT_FOUND", "Could not resolve to a Repository.", "not_found", 404],
  ["FORBIDDEN", "Resource not accessible by integration", "forbidden", 403],
  ["INSUFFICIENT_SCOPES", "Your token has not been granted the required scopes", "forbidden", 403],
  [null, "Field 'x' doesn't exist on type 'Repository'", "failed", 200],
  ["constructor", "Who knows", "failed", 200],
])("%s without data is told as what it is", async (type, text, code, status) => {
  const error = await errorOf(failed(type, text));
  expect(error).toMatchObject({ code, status });
  expect(error).toMatchObject({ message: expect.stringContaining(text) as string });
  expect(isTooHeavy(error)).toBe(false);
});

test.each([
  ["the reset is told by the forge's clock", { "x-ratelimit-reset": "1780272120" }, 120_000],
  ["it says how long to wait", { "retry-after": "30" }, 30_000],
  ["it does not say", {}, 60_000],
  ["the reset is over", { "x-ratelimit-reset": "1780271990" }, 60_000],
])("a limit that is used up is asked again later, where %s", async (_what, headers, waitMs) => {
  const body = { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] };
  const before = Date.now();
  const error = (await errorOf(answer(body, headers))) as { retryAt: Date };
  expect(isTooHeavy(error)).toBe(false);
  expect(error.retryAt.getTime() - before).toBeGreaterThanOrEqual(waitMs);
  expect(error.retryAt.getTime() - Date.now()).toBeLessThanOrEqual(waitMs);
});

test("what could be told comes with what could not", async () => {
  const given = failed("FORBIDDEN", "Not for you", { repository: { id: 1 } });
  expect(await readGraphql(given)).toEqual({
    data: { repository: { id: 1 } },
    troubles: [{ type: "FORBIDDEN", message: "Not for you" }],
    serverTime: new Date(NOW),
  });
});

test.each([
  ["an answer without a date", { status: 200, body: { data: {} }, headers: new Headers() }],
  ["an answer of something else", answer("<html>")],
  ["errors that are none", answer({ errors: "all" })],
  ["an empty answer", answer({})],
])("%s is an error", async (_what, given) => {
  await expect(readGraphql(given)).rejects.toMatchObject({ code: "failed" });
});
