import { expect, test } from "vitest";
import { HELP, readMainOptions } from "./main-options.ts";

const plain = { port: 3999, version: "1.27.0", latencyMs: 0, faultsSeed: null, token: null };

test.each([
  [[], {}, {}],
  [["--as", "1.22.6", "--latency", "20"], {}, { version: "1.22.6", latencyMs: 20 }],
  [["--as", "16.0.1+gitea-1.22.0"], {}, { version: "16.0.1+gitea-1.22.0" }],
  [["--as", "github", "--faults", "0"], {}, { version: null, faultsSeed: 0 }],
  [[], { PORT: "0", FAKE_TOKEN: "secret", FAKE_AS: "" }, { port: 0, token: "secret" }],
  [["--port", "4001"], { PORT: "4002" }, { port: 4001 }],
])("%j with %j are options", (args, environment, changed) => {
  expect(readMainOptions(args, environment)).toEqual({ ...plain, ...changed });
});

test.each([
  [["--latency", "soon"], '--latency takes a whole number, not "soon".'],
  [["--as", "newest"], '--as takes a version or github, not "newest".'],
  [["--speed", "1"], "Unknown option '--speed'"],
])("%j are none, and it says which there are", (args, problem) => {
  const read = () => readMainOptions(args, {});
  expect(read).toThrow(problem);
  expect(read).toThrow(HELP);
});
