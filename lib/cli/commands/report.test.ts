import { Command } from "commander";
import { expect, test } from "vitest";
import { captured } from "../testing/captured.ts";
import { reportCommand } from "./report.ts";

const run = (...args: readonly string[]) =>
  captured(() =>
    new Command("gateline")
      .addCommand(reportCommand().exitOverride())
      .parseAsync(["report", ...args], { from: "user" }),
  );

test.each([
  ["no program", [], /missing required argument 'slug'/],
  ["two programs", ["a", "b"], /too many arguments/],
  ["a measure that is none", ["a", "--measure", "covered"], /has_test@1, tested, gated/],
  ["a form that is none", ["a", "--format", "xml"], /table, markdown, json, csv/],
])("%s is refused with the usage and prints no document", async (_what, args, says) => {
  const { out, error, failure } = await run(...args);
  expect(failure).toMatchObject({ name: "CommanderError" });
  expect(out).toBe("");
  expect(error).toMatch(says);
  expect(error).toContain("Usage: gateline report");
});
