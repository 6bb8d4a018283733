import { Command } from "commander";
import { expect, test, vi } from "vitest";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { auditCommand } from "./audit.ts";

/** What the command prints where; commander's own words for a wrong use go to standard error. */
async function run(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const collect = (into: string[]) => (text: unknown, done?: unknown) => {
    into.push(String(text));
    if (typeof done === "function") done();
    return true;
  };
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation(collect(out));
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation(collect(error));
  const program = new Command("gateline").addCommand(auditCommand().exitOverride());
  const failure = await program.parseAsync(["audit", ...args], { from: "user" }).then(
    () => null,
    (cause: unknown) => cause,
  );
  stdout.mockRestore();
  stderr.mockRestore();
  return { out: out.join(""), error: error.join(""), failure };
}

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
