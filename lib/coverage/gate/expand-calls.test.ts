import { describe, expect, test } from "vitest";
import { readGates } from "./read-gates.ts";
import { DIRECTORIES } from "./testing/gates-in.ts";

const CALLEE = `on: workflow_call
jobs:
  unit:
    steps:
      - run: go test ./...
  e2e:
    name: Ends
    needs: unit
    steps:
      - run: |
          bash tests/e2e/test_x.sh || true
`;
const caller = (uses: string, more = "") =>
  `name: CI\non:\n  pull_request:\n    paths: ['server/**']\njobs:\n  call:\n${more}    uses: ${uses}\n`;

describe.each(DIRECTORIES)("in %s a job that calls a workflow", (directory) => {
  const read = (files: Readonly<Record<string, string>>) =>
    readGates(
      Object.entries(files).map(([name, text]) => ({ path: `${directory}/${name}`, text })),
    );
  const uses = `./${directory}/test.yml`;

  test("brings that file's jobs, which start as it does", () => {
    const { gates } = read({ "ci.yml": caller(uses), "test.yml": CALLEE });
    expect(
      gates.map(({ workflow, job, name, runsOnPullRequest }) => [
        workflow,
        job,
        name,
        runsOnPullRequest,
      ]),
    ).toEqual([
      [`${directory}/ci.yml`, "call", "call", true],
      [`${directory}/ci.yml`, "call / unit", "call / unit", true],
      [`${directory}/ci.yml`, "call / e2e", "call / Ends", true],
      [`${directory}/test.yml`, "unit", "unit", false],
      [`${directory}/test.yml`, "e2e", "Ends", false],
    ]);
    expect(gates[2]).toMatchObject({
      triggers: ["pull_request"],
      paths: ["server/**"],
      line: 6,
      file: `${directory}/test.yml`,
      masked: true,
    });
  });

  test("is what the strongest of them is, and masked when that is", () => {
    const { gates } = read({ "ci.yml": caller(uses), "test.yml": CALLEE });
    expect(gates[0]).toMatchObject({ kind: "e2e", masked: true });
    const { gates: sound } = read({
      "ci.yml": caller(uses),
      "test.yml": CALLEE.replace(" || true", ""),
    });
    expect(sound[0]).toMatchObject({ kind: "e2e", masked: false, maskReason: null });
  });

  test("has findings of their steps where it calls, naming file and line", () => {
    const { findings } = read({ "ci.yml": caller(uses), "test.yml": CALLEE });
    const masked = findings.filter(({ kind, job }) => kind === "masked" && job === "call / e2e");
    expect(masked).toMatchObject([{ workflow: `${directory}/ci.yml`, line: 6 }]);
    expect(masked[0]?.message).toContain(`(${directory}/test.yml, line 10)`);
  });

  test("takes them off pull requests with its own condition", () => {
    const text = caller(uses, "    if: github.event_name == 'push'\n");
    const { gates } = read({ "ci.yml": text, "test.yml": CALLEE });
    expect(gates.slice(0, 3).map(({ runsOnPullRequest }) => runsOnPullRequest)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("leaves no finding that the file itself starts on nothing", () => {
    const { gates } = read({ "ci.yml": caller(uses), "test.yml": CALLEE });
    expect(gates[3]?.findings).toEqual([]);
    expect(read({ "test.yml": CALLEE }).gates[0]?.findings).toMatchObject([
      { kind: "no_pull_request_trigger" },
    ]);
  });

  test("through another one brings both names", () => {
    const { gates } = read({
      "ci.yml": caller(`./${directory}/mid.yml`),
      "mid.yml": `on: workflow_call\njobs:\n  mid:\n    uses: ${uses}\n`,
      "test.yml": CALLEE,
    });
    expect(gates.map(({ job }) => job)).toContain("call / mid / unit");
  });

  test.each([
    [
      "of another repository",
      "owner/name/.github/workflows/a.yml@main",
      "it lies in another repository",
    ],
    ["that is not there", `./${directory}/gone.yml`, "no such file"],
    ["by an expression", "${{ inputs.file }}", "it lies in another repository"],
  ])("%s says that it cannot be read", (_name, used, why) => {
    const { gates } = read({ "ci.yml": caller(used) });
    const finding = gates[0]?.findings.find(({ kind }) => kind === "unreadable_call");
    expect(finding).toMatchObject({ workflow: `${directory}/ci.yml`, job: "call", line: 6 });
    expect(finding?.message).toContain(why);
  });

  test("in a circle ends with a finding", () => {
    const text = `on: [pull_request, workflow_call]\njobs:\n  call:\n    uses: ${uses}\n`;
    const { gates } = read({ "test.yml": text });
    expect(
      gates.flatMap(({ findings }) => findings.map(({ message }) => message)).join(),
    ).toContain("it calls itself");
  });
});

test("calls that multiply end", () => {
  const level = (at: number) =>
    `on: [push, workflow_call]\njobs:\n${Array.from({ length: 9 }, (_, job) => `  j${job}:\n    uses: ./.github/workflows/${at + 1}.yml\n`).join("")}`;
  const files = Array.from({ length: 9 }, (_, at) => ({
    path: `.github/workflows/${at}.yml`,
    text: level(at),
  }));
  expect(readGates(files).gates.length).toBeLessThan(3000);
});
