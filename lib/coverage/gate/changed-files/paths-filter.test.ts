import { describe, expect, test } from "vitest";
import { readGates } from "../read-gates.ts";
import { answer, ask, PATHS, type Setting, workflow } from "./testing/filtered-job.ts";

describe("filters by name", () => {
  const filters = (patterns: string, more = ""): Setting => ({
    uses: PATHS,
    inputs: `${more}filters: |\n  shared: &shared\n    - 'shared/**'\n  server:\n${patterns}`,
    output: "server",
  });
  const AWAY = "    - 'server/**'\n    - '!**/*.md'";
  test.each<[string, Setting, readonly string[], string]>([
    ["one that is met", filters("    - 'server/**'"), ["server/a"], "yes"],
    ["one that is not", filters("    - 'server/**'"), ["ui/a"], "no"],
    ["a list in it", filters("    - *shared\n    - 'server/**'"), ["shared/a"], "yes"],
    ["a `!` admits all else", filters(AWAY), ["ui/a.ts"], "yes"],
    ["each has to fit", filters(AWAY, "predicate-quantifier: every\n"), ["server/a.md"], "no"],
    ["each fits", filters(AWAY, "predicate-quantifier: every\n"), ["server/a.go"], "yes"],
    [
      "a `!` takes away",
      filters(AWAY, "predicate-quantifier: some-with-excludes\n"),
      ["server/a.md"],
      "no",
    ],
    ["added files, not met", filters("    - added: 'server/**'"), ["ui/a"], "no"],
    ["added files, perhaps", filters("    - added: 'server/**'"), ["server/a"], "unclear"],
    [
      "a file of filters",
      { uses: PATHS, inputs: "filters: .ci/filters.yml", output: "server" },
      ["a"],
      "unclear",
    ],
  ])("%s", (_name, setting, files, expected) => {
    expect(answer(setting, ...files)).toBe(expected);
  });

  test("a file of filters is read where the files of the branch are given", () => {
    const setting = { uses: PATHS, inputs: "filters: ./.ci/filters.yml", output: "server" };
    const texts = new Map([[".ci/filters.yml", "server:\n  - server/**\n"]]);
    const workflows = [{ path: ".github/workflows/ci.yml", text: workflow(setting) }];
    const given = new Set<string>();
    const sources = {
      paths: [...texts.keys()],
      text: (path: string) =>
        given.has(path) ? { known: true as const, value: texts.get(path) ?? "" } : null,
    };
    for (const path of readGates(workflows, sources).wanted) given.add(path);
    const e2e = readGates(workflows, sources).gates.find(({ job }) => job === "e2e");
    expect(e2e && ask(e2e, "ui/a").answer).toBe("no");
    expect(e2e && ask(e2e, "server/a").answer).toBe("yes");
  });
});

describe("a called workflow that hands the answer on", () => {
  const called = `on:
  workflow_call:
    outputs:
      server:
        value: \${{ jobs.detect.outputs.server }}
jobs:
  detect:
    outputs:
      server: \${{ steps.changes.outputs.server }}
    steps:
      - uses: ${PATHS}
        id: changes
        with:
          filters: |
            server:
              - 'server/**'
`;
  const caller = `on: pull_request
jobs:
  files:
    uses: ./.github/workflows/files.yml
  e2e:
    needs: files
    if: needs.files.outputs.server == 'true'
    steps:
      - run: go test ./e2e
`;
  const e2e = readGates([
    { path: ".github/workflows/ci.yml", text: caller },
    { path: ".github/workflows/files.yml", text: called },
  ]).gates.find(({ job }) => job === "e2e");

  test("is followed, and its line is told with its file", () => {
    const no = e2e && ask(e2e, "ui/a");
    expect(no).toMatchObject({ answer: "no", line: e2e?.line });
    expect(no?.why).toContain("(.github/workflows/files.yml, line 15)");
    expect(e2e && ask(e2e, "server/a").answer).toBe("yes");
  });
});

describe("hostile files end", () => {
  test("workflows that call one another in circles", () => {
    const jobs = Array.from(
      { length: 60 },
      (_, at) => `  j${at}:\n    uses: ./.github/workflows/${at % 2 === 0 ? "a" : "b"}.yml\n`,
    ).join("");
    const outputs =
      "on:\n  pull_request:\n  workflow_call:\n    outputs:\n      x:\n        value: ${{ jobs.j1.outputs.x }}\n";
    const last =
      "  last:\n    needs: [j1, j2]\n    if: needs.j1.outputs.x == 'true'\n    steps: [{run: go test}]\n";
    const files = ["a", "b"].map((name) => ({
      path: `.github/workflows/${name}.yml`,
      text: `${outputs}jobs:\n${jobs}${last}`,
    }));
    const found = readGates(files).gates.find(({ job }) => job === "last");
    expect(found && ask(found, "a").answer).toBe("unclear");
  });

  test("workflows that hand on what others hand on", () => {
    const files = Array.from({ length: 40 }, (_, at) => ({
      path: `.github/workflows/w${at}.yml`,
      text: `on:
  pull_request:
  workflow_call:
    outputs:
      x:
        value: \${{ jobs.a.outputs.x == 'true' || jobs.b.outputs.x == 'true' }}
jobs:
  a: {uses: ./.github/workflows/w${at + 1}.yml}
  b: {uses: ./.github/workflows/w${at + 1}.yml}
  e2e:
    needs: [a]
    if: needs.a.outputs.x == 'true'
    steps: [{run: go test}]
`,
    }));
    const last = { path: ".github/workflows/w40.yml", text: workflow({ inputs: "files: ui/**" }) };
    const gates = readGates([...files, last]).gates.filter(({ job }) => job === "e2e");
    for (const each of gates) expect(ask(each, "a").answer).not.toBe("yes");
  });

  test("a filter of endless anchors is not told", () => {
    const lists = Array.from(
      { length: 30 },
      (_, at) =>
        `  l${at}: &l${at}\n${at === 0 ? "    - a" : `    - *l${at - 1}\n    - *l${at - 1}`}`,
    ).join("\n");
    const inputs = `filters: |\n${lists}\n  server:\n    - *l29`;
    expect(answer({ uses: PATHS, inputs, output: "server" }, "b")).toBe("unclear");
  });
});
