import { describe, expect, test } from "vitest";
import { readGates } from "../read-gates.ts";
import { gateIn } from "../testing/gates-in.ts";
import { contextNames } from "./context-names.ts";

const shown = (text: string, job: string, forge: "github" | "gitea" | "forgejo") =>
  contextNames(gateIn(text, job), forge).map(({ text: name }) => name);
const workflow = (job: string, name = "name: CI\n", on = "pull_request") =>
  `${name}on: [${on}]\njobs:\n  test:\n${job}    steps: []\n`;
const MATRIX = "    strategy:\n      matrix:\n        os: [linux]\n        arch: [arm, x64]\n";

describe("what a job's checks are called", () => {
  test.each([
    ["its id", "", ["test"], ["CI / test (pull_request)"], ["CI / test (pull_request)"]],
    [
      "its name",
      "    name: Run it\n",
      ["Run it"],
      ["CI / Run it (pull_request)"],
      ["CI / Run it (pull_request)"],
    ],
    [
      "its id and its values",
      MATRIX,
      ["test (linux, arm)", "test (linux, x64)"],
      ["CI / test (arm, linux) (pull_request)", "CI / test (x64, linux) (pull_request)"],
      ["CI / test (arm, linux) (pull_request)", "CI / test (x64, linux) (pull_request)"],
    ],
    [
      "its name and its values",
      `    name: Run\n${MATRIX}`,
      ["Run (linux, arm)", "Run (linux, x64)"],
      ["CI / Run (arm, linux) (pull_request)", "CI / Run (x64, linux) (pull_request)"],
      ["CI / Run (pull_request)", "CI / Run (pull_request)"],
    ],
    [
      "a name with a value",
      `    name: On \${{ matrix.arch }}\n${MATRIX}`,
      ["On arm", "On x64"],
      ["CI / On arm (pull_request)", "CI / On x64 (pull_request)"],
      ["CI / On arm (pull_request)", "CI / On x64 (pull_request)"],
    ],
    [
      "values that only a run knows",
      "    strategy:\n      matrix:\n        a: ${{ fromJSON(needs.x.outputs.a) }}\n",
      ["test (*)"],
      ["CI / test (*) (pull_request)"],
      ["CI / test (*) (pull_request)"],
    ],
    [
      "a name that only a run knows",
      "    name: On ${{ vars.X }}\n",
      ["On *"],
      ["CI / On * (pull_request)"],
      ["CI / On * (pull_request)"],
    ],
  ])("%s", (_name, job, github, gitea, forgejo) => {
    const text = workflow(job);
    expect(shown(text, "test", "github")).toEqual(github);
    expect(shown(text, "test", "gitea")).toEqual(gitea);
    expect(shown(text, "test", "forgejo")).toEqual(forgejo);
  });

  test("a workflow without a name goes by its file, or by nothing on older servers", () => {
    expect(shown(workflow("", ""), "test", "gitea")).toEqual([
      "ci.yml / test (pull_request)",
      "/ test (pull_request)",
    ]);
  });

  test("each event that posts a status has a context of its own", () => {
    const text = workflow("", "name: CI\n", "push, pull_request, schedule");
    expect(shown(text, "test", "gitea")).toEqual(["CI / test (push)", "CI / test (pull_request)"]);
    expect(shown(text, "test", "github")).toEqual(["test"]);
  });

  test("a called workflow's jobs stand below their caller, with both names", () => {
    const caller = `on: pull_request\njobs:\n  call:\n    name: Call\n    strategy:\n      matrix:\n        v: [1]\n    uses: ./.github/workflows/b.yml\n`;
    const callee = "on: workflow_call\njobs:\n  unit:\n    steps: []\n";
    const { gates } = readGates([
      { path: ".github/workflows/a.yml", text: caller },
      { path: ".github/workflows/b.yml", text: callee },
    ]);
    expect(gates.map((gate) => contextNames(gate, "github").map(({ text }) => text))).toEqual([
      [],
      ["Call (1) / unit"],
      ["unit"],
    ]);
  });
});
