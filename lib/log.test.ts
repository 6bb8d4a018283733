import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "./errors.ts";
import { openLog } from "./log.ts";

beforeEach(() => vi.stubEnv("GATELINE_LOG", "info"));
afterEach(() => vi.unstubAllEnvs());

/** The one line that is logged. */
function lineOf(fields: object): string {
  const lines: string[] = [];
  openLog({ write: (line) => lines.push(line) }).error(fields, "a job failed");
  return lines.join("");
}

const SECRET = "gto_b16b00b5cafe";
const deep = (fields: object) => Object.assign(new Error("outer"), { context: { input: fields } });

test.each([
  ["at the top", { token: SECRET }],
  ["in the input of a job", { input: { token: SECRET, secret: SECRET } }],
  ["in the headers of a request", { request: { headers: { authorization: SECRET } } }],
  ["in headers as they are written", { request: { headers: { Authorization: SECRET } } }],
  ["in the row of a source", { source: { sealedToken: SECRET, sealedHook: SECRET } }],
  ["in an environment", { env: { GATELINE_KEY: SECRET, GATELINE_KEY_PREVIOUS: [SECRET] } }],
  ["in the address of a database", { env: { DATABASE_URL: `postgresql://a:${SECRET}@h/d` } }],
  ["in a field of an error", { err: Object.assign(new Error("x"), { token: SECRET }) }],
  ["deep in a field of an error", { err: deep({ token: SECRET }) }],
])("a secret %s is struck out of a line", (_where, fields) => {
  const line = lineOf(fields);
  expect(line).toContain("[redacted]");
  expect(line).not.toContain(SECRET);
});

test("an error is told with its causes, so that a person can find the reason", () => {
  const cause = new Error("connect ECONNREFUSED");
  const line = lineOf({ err: new AppError("unavailable", "No answer.", { cause }) });
  expect(line).toContain("No answer.");
  expect(line).toContain("connect ECONNREFUSED");
});
