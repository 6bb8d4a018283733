import { describe, expect, test } from "vitest";
import { orphanTests } from "../orphan-tests.ts";
import { readGates } from "../read-gates.ts";
import { empty, type Files, gateOf, job, readWith, selected } from "./testing/following.ts";

const TESTS = empty(
  "go.mod",
  "app/a.test.ts",
  "shared/b.test.ts",
  "tests/e2e/test_x.sh",
  "tests/e2e/test_y.sh",
  "e2e/c.spec.ts",
);
const scripts = (entries: Record<string, string>): Files => ({
  ...TESTS,
  "package.json": JSON.stringify({ scripts: entries }),
});

describe("what a workflow puts in", () => {
  const files = scripts({ "test:app": "vitest run app", "test:shared": "vitest run shared" });
  const BOTH = ["app/a.test.ts", "shared/b.test.ts"];
  test.each([
    [
      "values of the matrix",
      "yarn test:${{ matrix.group }}",
      "    strategy:\n      matrix:\n        group: [app, shared]\n",
      BOTH,
    ],
    [
      "members of its values",
      "yarn test:${{ matrix.part.name }}",
      "    strategy:\n      matrix:\n        part: [{name: app, latest: true}]\n",
      ["app/a.test.ts"],
    ],
    [
      "a row that is added",
      "yarn test:${{ matrix.group }}",
      "    strategy:\n      matrix:\n        include: [{group: shared}]\n",
      ["shared/b.test.ts"],
    ],
    [
      "a variable of the job",
      "yarn test:$GROUP",
      "    env:\n      GROUP: app\n",
      ["app/a.test.ts"],
    ],
    [
      "a variable as an expression",
      "yarn test:${{ env.GROUP }}",
      "    env:\n      GROUP: app\n",
      ["app/a.test.ts"],
    ],
    [
      "the workspace",
      "bash ${{ github.workspace }}/tests/e2e/test_x.sh",
      "",
      ["tests/e2e/test_x.sh"],
    ],
    [
      "a matrix that only a run knows",
      "npx vitest run ${{ matrix.x }}",
      "    strategy:\n      matrix: ${{ fromJSON(needs.b.outputs.x) }}\n",
      ["app/a.test.ts?", "shared/b.test.ts?", "e2e/c.spec.ts?"],
    ],
    ["an input", "npx vitest run ${{ inputs.x }} app", "", ["app/a.test.ts"]],
  ])("%s", (_name, step, more, expected) => {
    expect(selected(files, step, more)).toEqual(expected);
  });

  test("what another step writes is not taken for the file's own value", () => {
    const steps = ["echo GROUP=app >> $GITHUB_ENV", "npx vitest run ${GROUP:-shared}"];
    const gate = gateOf(files, job(steps));
    expect(gate.runs[1]?.selections?.every(({ matches }) => !matches("shared/b.test.ts"))).toBe(
      true,
    );
  });

  test("a composite action of the same repository is followed, with its inputs", () => {
    const action =
      "inputs:\n  what:\n    default: app\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: npx vitest run ${{ inputs.what }}\n";
    const own = { ...TESTS, ".github/actions/unit/action.yml": action };
    expect(selected(own, "uses: ./.github/actions/unit")).toEqual(["app/a.test.ts"]);
    expect(selected(own, "uses: ./.github/actions/unit\nwith:\n  what: shared")).toEqual([
      "shared/b.test.ts",
    ]);
    expect(selected(own, "uses: ./.github/actions/unit\nif: false")).toEqual([]);
  });
});

describe("the kind of a job is what it leads to", () => {
  const files: Files = {
    ...scripts({ test: "vitest run", lint: "tsc --noEmit && eslint .", e2e: "playwright test" }),
    "vitest.config.ts": 'export default { test: { exclude: ["e2e/**"] } };',
    Makefile:
      "build:\n\tgo build ./...\nunit:\n\tgo test ./...\ne2e:\n\tbash tests/e2e/test_x.sh\ncodegen:\n\tgo generate ./...\n",
    "a/a_test.go": "package a",
  };
  test.each([
    ["npm test", "", "unit"],
    ["npm test", "    services:\n      db:\n        image: postgres\n", "integration"],
    ["npm run e2e", "", "e2e"],
    ["make e2e", "", "e2e"],
    ["make unit", "", "unit"],
    ["make build", "", "build"],
    ["make codegen", "", "build"],
    ["npm run lint", "", "lint"],
    ["npx tsc --noEmit", "", "build"],
    ["npm audit --omit dev", "", "lint"],
    ["shellcheck tests/e2e/*.sh", "", "lint"],
    ["go test ./...", "    name: Integration tests\n", "integration"],
    ["echo hello", "", "other"],
  ])("%s %j is %s", (step, more, kind) => {
    expect(gateOf(files, job([step], more)).kind).toBe(kind);
  });

  test("a workflow that is called after integration does not make its unit tests so", () => {
    expect(gateOf(files, `name: Integration tests\n${job(["make unit"])}`).kind).toBe("unit");
  });

  test("a job that only passes results on is what those jobs are, if they agree", () => {
    const jobs = (needs: string) =>
      `on: pull_request\njobs:\n  e:\n    steps:\n      - run: make e2e\n  u:\n    steps:\n      - run: make unit\n  all:\n    if: always()\n    needs: ${needs}\n    steps:\n      - run: |\n          if [ "\${{ needs.e.result }}" = success ]; then exit 0; fi\n          exit 1\n`;
    expect(readWith(files, jobs("[e]")).gates.at(-1)?.kind).toBe("e2e");
    expect(readWith(files, jobs("[e, u]")).gates.at(-1)?.kind).toBe("other");
  });

  test("a job that calls a workflow is what that one leads to", () => {
    const called = {
      path: ".github/workflows/b.yml",
      text: `on: workflow_call\n${job(["make e2e"]).replace("on: pull_request\n", "")}`,
    };
    const caller = {
      path: ".github/workflows/a.yml",
      text: "on: pull_request\njobs:\n  c:\n    uses: ./.github/workflows/b.yml\n",
    };
    const { known } = { known: (text: string) => ({ known: true as const, value: text }) };
    const sources = { paths: Object.keys(files), text: (path: string) => known(files[path] ?? "") };
    expect(readGates([caller, called], sources).gates[0]?.kind).toBe("e2e");
  });
});

describe("tests that no job runs", () => {
  const all = Object.keys(TESTS).filter((path) => path !== "go.mod");
  const orphans = (workflow: string) => orphanTests(readWith(TESTS, workflow).gates, all);

  test("are listed, and so is who only lints them", () => {
    const { orphans: found } = orphans(
      job([
        "bash tests/e2e/test_x.sh",
        "find tests -name '*.sh' | xargs shellcheck",
        "npx vitest run",
      ]),
    );
    expect(found).toEqual([
      {
        path: "tests/e2e/test_y.sh",
        why: "No job runs it; .github/workflows/ci.yml:a only lints it.",
        lintedBy: [".github/workflows/ci.yml:a"],
      },
    ]);
  });

  test("stand apart from those that only jobs off pull requests run", () => {
    const { orphans: none, offPullRequests } = orphans(
      job(["npx vitest run"]).replace("pull_request", "schedule"),
    );
    expect(offPullRequests.map(({ path }) => path)).toEqual([
      "app/a.test.ts",
      "shared/b.test.ts",
      "e2e/c.spec.ts",
    ]);
    expect(none.map(({ path }) => path)).toEqual(["tests/e2e/test_x.sh", "tests/e2e/test_y.sh"]);
  });

  test("are none while it cannot be told", () => {
    const { orphans: found, unclear } = orphans(
      job(['bash "tests/e2e/test_$NAME.sh"', "npx vitest run"]),
    );
    expect(found).toEqual([]);
    expect(unclear.map(({ path }) => path)).toEqual(["tests/e2e/test_x.sh", "tests/e2e/test_y.sh"]);
  });

  test("are none while a workflow of another repository may run them", () => {
    const call =
      "on: pull_request\njobs:\n  a:\n    uses: else/where/.github/workflows/pull-request-build.yml@main\n";
    const { orphans: found, unclear } = orphans(call);
    expect([found.length, unclear.length]).toEqual([0, all.length]);
  });
});

test("without the files of the branch only what a step names itself is known, and nothing is wanted", () => {
  const read = readGates([{ path: "a.yml", text: job(["make test", "bash tests/e2e/test_x.sh"]) }]);
  expect([read.wanted, read.gates[0]?.testPaths]).toEqual([[], ["tests/e2e/test_x.sh"]]);
});

test("a variable of make and an expression are no paths, even without the files", () => {
  const text = job(["make start-e2e FLAG=true", "yarn test:${{ matrix.test-group }}"]);
  expect(readGates([{ path: "a.yml", text }]).gates[0]?.testPaths).toEqual([]);
});
