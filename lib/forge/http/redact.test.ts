import { inspect } from "node:util";
import { expect, test } from "vitest";
import { openLog } from "#/lib/log.ts";
import { reasonOf, redactorOf } from "./redact.ts";

const TOKEN = "gto_b16b00b5cafe";
const redactor = redactorOf(`token ${TOKEN}`);

function hostile(): Error {
  const inner = Object.assign(new Error(`connect to ${TOKEN}`), { code: "ECONNREFUSED" });
  const request = { headers: { authorization: `token ${TOKEN}` } };
  const middle = Object.assign(new TypeError("fetch failed", { cause: inner }), { request });
  return new Error(`outer ${TOKEN}`, { cause: middle });
}

test("no line of the log shows the token of an error, however deep it lies and in whatever field", () => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line) });
  log.level = "error";
  const error = new Error("asked", { cause: redactor.cause(hostile()) });
  log.error({ err: error, again: { err: error } }, "a job failed");
  expect(lines.join("")).toContain("connect to [token]");
  expect(lines.join("")).not.toContain(TOKEN);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(TOKEN);
});

test("a cause keeps its name, its code and its own causes", () => {
  const cause = redactor.cause(hostile());
  expect(cause.message).toBe("outer [token]");
  expect(cause.cause).toMatchObject({
    name: "TypeError",
    message: "fetch failed",
    cause: { message: "connect to [token]", code: "ECONNREFUSED" },
  });
});

test("a cause that is its own cause ends", () => {
  const circle = new Error("round");
  circle.cause = circle;
  expect(inspect(redactor.cause(circle), { depth: 20 })).toContain("round");
  expect(reasonOf(circle)).toBe("round");
});

test.each([
  ["Bearer abc.def-ghi", "abc.def-ghi is wrong", "[token] is wrong"],
  ["abc", "abc", "[token]"],
  ["token ", "a text", "a text"],
  [null, "a text", "a text"],
])("of the header %j the secret is struck out of %j", (authorization, text, shown) => {
  expect(redactorOf(authorization).text(text)).toBe(shown);
});

test.each([
  ["what lies deepest", hostile(), `connect to ${TOKEN}`],
  ["the first of several", new AggregateError([new Error("one"), new Error("two")]), "Error: one"],
  ["no error", "a text", "a text"],
])("the reason of an error is %s", (_what, error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
