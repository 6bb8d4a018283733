import { Command } from "commander";
import { expect, test } from "vitest";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { captured } from "../testing/captured.ts";
import { auditCommand } from "./audit.ts";

const run = (...args: readonly string[]) =>
  captured(() =>
    new Command("gateline")
      .addCommand(auditCommand().exitOverride())
      .parseAsync(["audit", ...args], { from: "user" }),
  );

test("json is one document on standard output, and all else goes to standard error", async () => {
  using scratch = scratchClone();
  scratch.write(".github/workflows/a.yml", "jobs: [");
  scratch.commit("fix(core): a (#1)");
  const { out, error, failure } = await run(scratch.directory, "--format", "json");
  expect(failure).toBeNull();
  expect(JSON.parse(out)).toMatchObject({ schema: "gateline.audit/1", policy: "gated@1" });
  expect(error).toContain("not valid YAML");
});

test.each([
  ["table", "has_test@1"],
  ["markdown", "## Coverage audit"],
  ["csv", "number,sha,"],
])("%s prints %s", async (format, text) => {
  using scratch = scratchClone();
  scratch.commit("fix(core): a (#1)");
  expect((await run(scratch.directory, "--format", format)).out).toContain(text);
});

test.each([
  ["--limit", "0"],
  ["--since", "garbage"],
  ["--until", "2026-02-30"],
  ["--format", "xml"],
])("%s %s is refused with the usage and prints no document", async (option, value) => {
  const { out, error, failure } = await run(option, value);
  expect(failure).toMatchObject({ name: "CommanderError", code: "commander.invalidArgument" });
  expect(out).toBe("");
  expect(error).toContain("Usage: gateline audit");
});
