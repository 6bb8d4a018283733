import { describe, expect, test } from "vitest";
import { gateIn } from "../testing/gates-in.ts";
import { wouldRun } from "./would-run.ts";

const gate = (on: string, more = "") =>
  gateIn(`on:\n${on}jobs:\n  a:\n${more}    steps:\n      - run: go test ./...\n`, "a");
const FILES = ["server/a.go", "docs/a.md"];
const ask = (on: string, files: readonly string[] = FILES, branch: string | null = "main") =>
  wouldRun(gate(on), files, { branch, event: "pull_request" });

describe("would it run for these files", () => {
  test.each([
    ["no filter", "  pull_request:\n", FILES, "yes", 2],
    ["no files and no filter", "  pull_request:\n", [], "yes", 2],
    ["a path that is met", "  pull_request:\n    paths: ['server/**']\n", FILES, "yes", 3],
    ["a path that is not", "  pull_request:\n    paths:\n      - 'ui/**'\n", FILES, "no", 4],
    ["no files to meet a path", "  pull_request:\n    paths: ['**']\n", [], "no", 3],
    [
      "a path that is taken away",
      "  pull_request:\n    paths:\n      - '**'\n      - '!server/**'\n",
      ["server/a.go"],
      "no",
      5,
    ],
    [
      "all paths ignored",
      "  pull_request:\n    paths-ignore:\n      - 'docs/**'\n",
      ["docs/a.md"],
      "no",
      4,
    ],
    ["some paths ignored", "  pull_request:\n    paths-ignore: ['docs/**']\n", FILES, "yes", 3],
    ["another branch", "  pull_request:\n    branches: [staging]\n", FILES, "no", 3],
    [
      "a branch taken away",
      "  pull_request:\n    branches:\n      - '**'\n      - '!main'\n",
      FILES,
      "no",
      5,
    ],
    ["a branch ignored", "  pull_request:\n    branches-ignore: [main]\n", FILES, "no", 3],
    ["its branch", "  pull_request:\n    branches: ['ma?in']\n", FILES, "yes", 2],
    ["another event", "  push:\n", FILES, "no", null],
    ["closing only", "  pull_request:\n    types: [closed]\n", FILES, "no", 2],
  ] as const)("%s", (_name, on, files, answer, line) => {
    expect(ask(on, files)).toMatchObject({ answer, line });
  });

  test("a branch that is not known leaves it open, a path that is not met does not", () => {
    const on = "  pull_request:\n    branches: [main]\n    paths: ['ui/**']\n";
    expect(ask(on, ["ui/a"], null)).toMatchObject({ answer: "unclear", line: 3 });
    expect(ask(on, ["server/a"], null)).toMatchObject({ answer: "no", line: 4 });
  });

  test("the filter that decides is named", () => {
    expect(ask("  pull_request:\n    paths: ['ui/**']\n").why).toContain("ui/**");
    expect(ask("  pull_request:\n    branches: [staging]\n").why).toContain("main: staging");
  });
});

describe("conditions", () => {
  const on = "  pull_request:\n";
  test.each([
    ["github.event_name == 'push'", "no"],
    ["false", "no"],
    ["github.base_ref == 'main'", "yes"],
    ["github.base_ref != 'main'", "no"],
    ["needs.changes.outputs.server == 'true'", "unclear"],
    ["always()", "yes"],
  ])("if: %s → %s", (condition, answer) => {
    const change = { branch: "main", event: "pull_request" };
    expect(wouldRun(gate(on, `    if: ${condition}\n`), FILES, change).answer).toBe(answer);
  });
});

test("any event of pull requests will do where none is asked for", () => {
  const text = "  pull_request:\n    paths: ['ui/**']\n  pull_request_target:\n";
  expect(wouldRun(gate(text), FILES, { branch: null, event: null }).answer).toBe("yes");
});

test("GitHub looks at three hundred files", () => {
  const files = Array.from({ length: 301 }, (_, at) => `server/${at}`);
  const on = "  pull_request:\n    paths: ['server/**']\n";
  const change = { branch: null, event: null, forge: "github" } as const;
  expect(wouldRun(gate(on), files, change)).toMatchObject({ answer: "unclear", line: 3 });
  expect(wouldRun(gate(on), files.slice(1), change).answer).toBe("yes");
  expect(wouldRun(gate(on), files, { ...change, forge: "gitea" }).answer).toBe("yes");
});
