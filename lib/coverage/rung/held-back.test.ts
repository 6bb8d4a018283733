import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gateRef } from "../gate/gate.ts";
import { gatesIn } from "../gate/testing/gates-in.ts";
import { NO_CONVENTIONS } from "../test/conventions.ts";
import { judgeTests } from "../test/judge-tests.ts";
import { file } from "../testing/file.ts";
import { gatedBy } from "./gated.ts";
import { heldBack } from "./held-back.ts";

const TEST = "tests/e2e/test_x.py";
const RUN = `    steps:\n      - run: pytest ${TEST}\n`;
const ON_PULLS = `on: pull_request\njobs:\n  e2e:\n${RUN}`;

const changed = (text: string, paths: readonly string[] = [TEST, "src/a.py"]) => {
  const files = paths.map((path) => file(path, "added"));
  return {
    tests: judgeTests({ title: "fix: a", files, kindRules: [], conventions: NO_CONVENTIONS }),
    paths,
    gates: gatesIn(text),
    rules: { acceptedKinds: ["e2e" as const] },
    branch: "main",
  };
};

describe("a job that runs the test of a fix", () => {
  test.each<[string, string, readonly string[]]>([
    ["holds it", ON_PULLS, []],
    ["is masked", ON_PULLS.replace("- run", "- continue-on-error: true\n        run"), ["masked"]],
    [
      "does not run on pull requests",
      ON_PULLS.replace("pull_request", "push"),
      ["not_on_pull_requests"],
    ],
    [
      "is filtered by paths",
      ON_PULLS.replace("pull_request", "{ pull_request: { paths: [docs/**] } }"),
      ["filtered"],
    ],
    [
      "is filtered by branches",
      ON_PULLS.replace("pull_request", "{ pull_request: { branches: [next] } }"),
      ["filtered"],
    ],
    [
      "never runs, so that it runs no test",
      ON_PULLS.replace("    steps", "    if: false\n    steps"),
      [],
    ],
    [
      "is masked and does not run on pull requests",
      ON_PULLS.replace("pull_request", "push").replace(TEST, `${TEST} || true`),
      ["masked", "not_on_pull_requests"],
    ],
    [
      "is masked in one step and not in another",
      `${ON_PULLS}      - run: pytest ${TEST} || true\n`,
      [],
    ],
    ["runs another test", ON_PULLS.replace("test_x", "test_y"), []],
  ])("%s", (_what, text, obstacles) => {
    expect(heldBack(changed(text)).map(({ by }) => by)).toEqual(obstacles);
  });

  test("is named with the reason", () => {
    const filtered = ON_PULLS.replace("pull_request", "{ pull_request: { paths: [docs/**] } }");
    expect(heldBack(changed(filtered))).toEqual([
      {
        gate: ".github/workflows/ci.yml:e2e",
        by: "filtered",
        why: "Its filter lets none of these files start it: docs/**",
      },
    ]);
  });
});

test("a test of another kind, or one that does not count, is held back by nothing", () => {
  const masked = ON_PULLS.replaceAll(TEST, `${TEST} || true`);
  expect(heldBack({ ...changed(masked), rules: { acceptedKinds: ["unit"] } })).toEqual([]);
  const tests = changed(masked).tests.map((each) => ({ ...each, counts: null }));
  expect(heldBack({ ...changed(masked), tests })).toEqual([]);
});

const workflow = fc
  .record({
    on: fc.constantFrom(
      "pull_request",
      "push",
      "{ pull_request: { paths: [src/**] } }",
      "{ pull_request: { paths: [docs/**] } }",
      "{ pull_request: { branches: [next] } }",
    ),
    condition: fc.constantFrom("", "    if: false\n", "    if: vars.X\n"),
    commands: fc.array(fc.constantFrom(TEST, `${TEST} || true`, "tests/e2e", "tests/unit"), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ on, condition, commands }) => {
    const steps = commands.map((command) => `      - run: pytest ${command}\n`).join("");
    return `on: ${on}\njobs:\n  e2e:\n${condition}    steps:\n${steps}`;
  });

test("a job that runs an accepted test either holds it or is held back, never both", () => {
  fc.assert(
    fc.property(workflow, (text) => {
      const change = changed(text);
      const holds = gatedBy(change).by.length > 0;
      const isHeld = heldBack(change).some(({ gate }) =>
        change.gates.some((each) => gateRef(each) === gate),
      );
      const runs = /pytest tests\/e2e/.test(text) && !text.includes("if: false");
      expect([holds, isHeld]).toEqual(runs ? [holds, !holds] : [false, false]);
    }),
  );
});
