import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";

describe("the data directory", () => {
  test("is the checkout's own, whatever folder a command is started in", () => {
    expect(readEnv({} as NodeJS.ProcessEnv).dataDirectory).toBe(
      join(import.meta.dirname, "../.gateline"),
    );
  });

  test("is below the current folder where a relative one is asked for", () => {
    const env = { GATELINE_DATA: "elsewhere" } as unknown as NodeJS.ProcessEnv;
    expect(readEnv(env).dataDirectory).toBe(resolve("elsewhere"));
  });
});

test.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "many"],
  ["GATELINE_KEY", "short"],
  ["GATELINE_LOG", "loud"],
])("%s=%s is refused by a sentence that names the variable", (name, value) => {
  const env = { [name]: value } as unknown as NodeJS.ProcessEnv;
  expect(() => readEnv(env)).toThrow(new RegExp(`variable ${name} is not usable`));
});
