import { Command } from "commander";
import { expect, test } from "vitest";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { GatesDocument } from "#/lib/report/gates-document.ts";
import { captured } from "../testing/captured.ts";
import { gatesCommand } from "./gates.ts";

const run = (...args: readonly string[]) =>
  captured(() =>
    new Command("gateline")
      .addCommand(gatesCommand().exitOverride())
      .parseAsync(["gates", ...args], { from: "user" }),
  );

test("json is one document on standard output, and all else goes to standard error", async () => {
  using scratch = scratchClone();
  scratch.write(".github/workflows/a.yml", "jobs: [");
  scratch.commit("ci: a (#1)");
  const { out, error, failure } = await run(scratch.directory, "--format", "json");
  expect(failure).toBeNull();
  expect(GatesDocument.parse(JSON.parse(out)).findings).toHaveLength(1);
  expect(error).toContain("not valid YAML");
});

test.each([
  ["table", "No gates: no workflow file declares a job."],
  ["markdown", "## Gates"],
  ["csv", "row,workflow,line,"],
])("%s prints %s", async (format, text) => {
  using scratch = scratchClone();
  scratch.commit("feat: a (#1)");
  expect((await run(scratch.directory, "--format", format)).out).toContain(text);
});

test.each([
  ["--until", "2026-02-30"],
  ["--format", "xml"],
])("%s %s is refused with the usage and prints no document", async (option, value) => {
  const { out, error, failure } = await run(option, value);
  expect(failure).toMatchObject({ name: "CommanderError", code: "commander.invalidArgument" });
  expect(out).toBe("");
  expect(error).toContain("Usage: gateline gates");
});
