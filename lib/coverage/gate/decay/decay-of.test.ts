import { describe, expect, test } from "vitest";
import { readGates } from "../read-gates.ts";
import { DIRECTORIES } from "../testing/gates-in.ts";
import { decayOf } from "./decay-of.ts";

const BEFORE = `name: CI
on:
  pull_request:
    branches: [main]
    paths: ['server/**']
jobs:
  e2e:
    name: End to end
    steps:
      - run: bash tests/e2e/test_x.sh
`;
const FILES = ["server/a.go", "tests/e2e/test_x.sh"];

describe.each(DIRECTORIES)("a gate in %s", (directory) => {
  const read = (text: string, file = "ci.yml") =>
    readGates([{ path: `${directory}/${file}`, text }]).gates;
  const [before] = read(BEFORE);
  const decay = (text: string, file?: string) =>
    before ? decayOf(before, read(text, file), { files: FILES, branch: "main" }) : null;

  test.each([
    ["masked", BEFORE.replace("x.sh", "x.sh || true"), 7],
    ["masked", `${BEFORE}        continue-on-error: true\n`, 7],
    ["always_exits_zero", BEFORE.replace("x.sh", "x.sh; exit 0"), 7],
    ["always_exits_zero", BEFORE.replace("run: bash", "run: exit 0; bash"), 7],
    ["filtered_away", BEFORE.replace("server/**", "docs/**"), 5],
    ["filtered_away", BEFORE.replace("['server/**']", "['**', '!server/**', '!tests/**']"), 5],
    [
      "filtered_away",
      BEFORE.replace("paths: ['server", "paths-ignore: ['server").replace("server/**'", "**'"),
      5,
    ],
    ["filtered_away", BEFORE.replace("branches: [main]", "branches: [staging]"), 4],
    ["filtered_away", BEFORE.replace("branches: [main]", "branches-ignore: ['ma*']"), 4],
    ["trigger_removed", BEFORE.replace("pull_request", "push"), 7],
    ["trigger_removed", BEFORE.replace("    branches: [main]\n", "    types: [closed]\n"), 7],
    ["disabled", BEFORE.replace("    steps", "    if: false\n    steps"), 7],
    ["disabled", `${BEFORE}        if: github.event_name == 'push'\n`, 7],
    ["deleted", "on: pull_request\njobs:\n  other:\n    steps:\n      - run: go test\n", null],
    ["deleted", "", null],
    ["renamed", BEFORE.replace("End to end", "Ends"), 7],
    ["renamed", BEFORE.replace("  e2e:", "  ends:"), 7],
  ])("is %s by %j", (cause, text, line) => {
    expect(decay(text)).toMatchObject({ cause, line, job: "e2e", workflow: `${directory}/ci.yml` });
    expect(decay(text)?.why).not.toBe("");
  });

  test("is renamed with its file", () => {
    expect(decay(BEFORE, "ends.yml")).toMatchObject({ cause: "renamed" });
  });

  test.each([
    ["nothing changes", BEFORE],
    ["a step is added that may fail", `${BEFORE}      - run: docker rm -f x || true\n`],
    [
      "the result is kept",
      BEFORE.replace("run: bash", "run: set +e; bash").replace("x.sh", "x.sh; exit $?"),
    ],
    [
      "a filter is added that lets it through",
      BEFORE.replace("['server/**']", "['server/**', '!docs/**']"),
    ],
    ["another branch is added", BEFORE.replace("[main]", "[main, 'release/*']")],
    ["a trigger is added", BEFORE.replace("on:\n", "on:\n  push:\n")],
    ["another job is deleted or added", `${BEFORE}  lint:\n    steps:\n      - run: eslint .\n`],
    ["its steps are renamed", BEFORE.replace("- run", "- name: Go\n        run")],
    [
      "a condition is added that cannot be told",
      BEFORE.replace("    steps", "    if: github.actor != 'x'\n    steps"),
    ],
  ])("is as good as before when %s", (_name, text) => {
    expect(decay(text)).toBeNull();
  });
});

test("what could catch nothing before decays no more", () => {
  const read = (text: string) => readGates([{ path: "a.yml", text }]).gates;
  const [masked] = read(BEFORE.replace("x.sh", "x.sh || true"));
  const [filtered] = read(BEFORE.replace("server/**", "docs/**"));
  const at = { files: FILES, branch: "main" };
  expect([masked && decayOf(masked, [], at), filtered && decayOf(filtered, [], at)]).toEqual([
    null,
    null,
  ]);
});
