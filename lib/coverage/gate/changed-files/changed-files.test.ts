import { describe, expect, test } from "vitest";
import { answer, ask, gate, type Setting, workflow } from "./testing/filtered-job.ts";

const YAML = `files_yaml: |
  server:
    - '**'
    - '!ui/**'
    - '!**.md'
    - 'ui/kept.go'
  ui:
    - 'ui/**'`;

describe("a list of changed files by name", () => {
  const server: Setting = { inputs: YAML, output: "server_any_changed" };
  test.each([
    ["one below what is taken away", ["ui/a.ts"], "no"],
    ["all below what is taken away", ["ui/a.ts", "docs/a.md"], "no"],
    ["one that a later pattern brings back", ["ui/kept.go"], "yes"],
    ["one that is left", ["ui/a.ts", "server/a.go"], "yes"],
  ])("%s", (_name, files, expected) => {
    expect(answer(server, ...files)).toBe(expected);
  });

  test("the sentence names the filter, and the line its pattern", () => {
    const no = ask(gate(server), "ui/a.ts");
    expect(no.why).toContain("the filter server of tj-actions/changed-files takes none");
    expect(no.why).toContain("!ui/**");
    expect(workflow(server).split("\n")[(no.line ?? 0) - 1]).toContain("'!ui/**'");
  });

  test("the finding names its patterns and the line of the list", () => {
    const found = gate(server).findings.filter(({ kind }) => kind === "path_filtered");
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining("**, !ui/**, !**.md, ui/kept.go"),
    ]);
    expect(workflow(server).split("\n")[(found[0]?.line ?? 0) - 1]).toContain("server:");
  });

  test("a job that needs a skipped one is skipped, unless it asks how that ended", () => {
    expect(ask(gate(server, "after"), "ui/a.ts")).toMatchObject({
      answer: "no",
      why: expect.stringContaining("needs the job e2e"),
    });
    expect(ask(gate(server, "always"), "ui/a.ts").answer).toBe("yes");
  });
});

describe("other inputs and outputs of it", () => {
  test.each<[string, Setting, readonly string[], string]>([
    ["a plain list", { inputs: "files: |\n  ui/**\n  *.json" }, ["server/a.go"], "no"],
    ["a plain list, met", { inputs: "files: |\n  ui/**\n  *.json" }, ["ui/b/a.ts"], "yes"],
    ["a folder by its name", { inputs: "files: ui/" }, ["ui/b/a.ts"], "yes"],
    ["what is ignored", { inputs: "files_ignore: |\n  docs/**" }, ["docs/a"], "no"],
    ["all but what is ignored", { inputs: "files_ignore: |\n  docs/**" }, ["a"], "yes"],
    ["an input with a dash", { inputs: "files-ignore: docs/**" }, ["docs/a"], "no"],
    [
      "both, where what is ignored stands behind",
      { inputs: "files: '**'\nfiles_ignore: docs/**" },
      ["docs/a"],
      "no",
    ],
    [
      "only such files",
      {
        inputs: "files: docs/**",
        output: "only_changed",
        condition: "needs.changes.outputs.wanted != 'true'",
      },
      ["docs/a"],
      "no",
    ],
    [
      "only such files, and another",
      {
        inputs: "files: docs/**",
        output: "only_changed",
        condition: "needs.changes.outputs.wanted != 'true'",
      },
      ["docs/a", "a"],
      "yes",
    ],
    [
      "their list, where it is empty",
      {
        inputs: "files: docs/**",
        output: "all_changed_files",
        condition: "needs.changes.outputs.wanted != ''",
      },
      ["a"],
      "no",
    ],
    [
      "the fork of it",
      { uses: "step-security/changed-files@v47", inputs: "files: ui/**" },
      ["a"],
      "no",
    ],
    ["a file of patterns", { inputs: "files_from_source_file: .ci/files" }, ["a"], "unclear"],
    ["another action", { uses: "x/changed@v1", inputs: "files: ui/**" }, ["a"], "unclear"],
    ["an output that it does not have", { inputs: "files: ui/**", output: "x" }, ["a"], "unclear"],
    [
      "the last push alone",
      { inputs: "files: ui/**\nsince_last_remote_commit: true" },
      ["a"],
      "unclear",
    ],
    ["a glob that is not told", { inputs: "files: '[u]i/**'" }, ["a"], "unclear"],
    [
      "lists that are no YAML",
      { inputs: "files_yaml: '['", output: "a_any_changed" },
      ["a"],
      "unclear",
    ],
    [
      "another condition beside it",
      { inputs: "files: ui/**", condition: "needs.changes.outputs.wanted == 'true' && vars.x" },
      ["ui/a"],
      "unclear",
    ],
    [
      "another condition beside one that fails",
      { inputs: "files: ui/**", condition: "needs.changes.outputs.wanted == 'true' && vars.x" },
      ["a"],
      "no",
    ],
  ])("%s", (_name, setting, files, expected) => {
    expect(answer(setting, ...files)).toBe(expected);
  });

  test("what cannot be told names its reason", () => {
    const open = ask(gate({ inputs: "files_from_source_file: .ci/files" }), "a");
    expect(open.why).toContain("its patterns stand in .ci/files");
  });
});
