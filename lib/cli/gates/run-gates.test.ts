import { rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { gatesJsonSchema } from "#/lib/report/gates-schema.ts";
import { type GatesRequest, runGates } from "./run-gates.ts";

const NOW = new Date("2026-06-12T00:00:00Z");
const WORKFLOW = ".github/workflows/checks.yml";
const CHECKS = `name: Checks
on:
  pull_request:
    branches-ignore: [wip/**]
    paths-ignore: [docs/**]
jobs:
  unit:
    steps:
      - run: npm test
  shell:
    steps:
      - run: shellcheck tests/e2e/*.sh
      - run: bash tests/e2e/test_a.sh
  all:
    needs: [unit]
    if: always()
    steps:
      - run: |
          if [ "\${{ needs.unit.result }}" = success ] || [ "\${{ needs.unit.result }}" = skipped ]; then exit 0; fi
          exit 1
`;
const NIGHTLY = `on: { schedule: [{ cron: "0 1 * * *" }] }
jobs:
  night:
    steps:
      - run: bash tests/e2e/test_b.sh || true
`;

const gates = (directory: string, more: Partial<GatesRequest> = {}) =>
  runGates({ directory, until: null, now: NOW, onProgress: () => {}, ...more });

function clone() {
  const scratch = scratchClone();
  scratch.write(WORKFLOW, CHECKS);
  scratch.write("package.json", '{ "scripts": { "test": "vitest run --dir src" } }');
  for (const name of ["a", "b"]) scratch.write(`src/${name}.test.ts`, "");
  for (const name of ["a", "b", "c"]) scratch.write(`tests/e2e/test_${name}.sh`, "#!/bin/sh\n");
  scratch.commit("feat: a (#1)");
  scratch.write(".github/workflows/nightly.yml", NIGHTLY);
  scratch.commit("ci: by night (#2)");
  return scratch;
}

test("the gates of a clone are one document that its published schema takes", async () => {
  using scratch = clone();
  const document = await gates(scratch.directory);
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    gatesJsonSchema(),
  );
  const written: unknown = JSON.parse(JSON.stringify(document));
  expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  expect(document).toMatchObject({
    schema: "gateline.gates/1",
    head: scratch.git("rev-parse", "HEAD"),
    asOf: NOW.toISOString(),
    testFiles: { unit: 2, integration: 0, e2e: 3 },
    unlisted: null,
    findings: [],
  });
});

test("each job has its filters, the tests that it is followed to, and what is wrong with it", async () => {
  using scratch = clone();
  const document = await gates(scratch.directory);
  const of = (job: string) => document.gates.find((gate) => gate.job === job);
  expect(document.gates.map(({ job }) => job)).toEqual(["unit", "shell", "all", "night"]);
  expect(of("unit")).toMatchObject({
    workflow: WORKFLOW,
    line: 7,
    kind: "unit",
    triggers: ["pull_request"],
    branches: ["!wip/**"],
    paths: ["!docs/**"],
    runsOnPullRequest: true,
    masked: false,
    tests: { certain: 2, unclear: 0, files: ["src/a.test.ts", "src/b.test.ts"] },
  });
  expect(of("shell")?.tests).toMatchObject({ certain: 1, files: ["tests/e2e/test_a.sh"] });
  expect(of("all")?.standsFor).toEqual([{ job: "unit", whenFailed: "fails", whenSkipped: null }]);
  expect(of("night")).toMatchObject({
    runsOnPullRequest: false,
    masked: true,
    maskReason: "its failure is swallowed by || true (line 5)",
  });
  expect(of("night")?.findings.map(({ kind, line }) => [kind, line])).toEqual([
    ["masked", 5],
    ["no_pull_request_trigger", 3],
  ]);
});

test("a test that is only linted, or runs only by night, is told apart from one that a pull request runs", async () => {
  using scratch = clone();
  const { orphans, offPullRequests, unclear } = await gates(scratch.directory);
  const lintedBy = [`${WORKFLOW}:shell`];
  expect(orphans).toEqual([
    {
      path: "tests/e2e/test_c.sh",
      why: `No job runs it; ${WORKFLOW}:shell only lints it.`,
      lintedBy,
    },
  ]);
  expect(offPullRequests).toMatchObject([{ path: "tests/e2e/test_b.sh", lintedBy }]);
  expect(unclear).toEqual([]);
});

test("an earlier moment shows that moment's gates", async () => {
  using scratch = clone();
  const until = new Date("2026-06-01T00:01:30Z");
  const document = await gates(scratch.directory, { until });
  expect(document.asOf).toBe(until.toISOString());
  expect(document.head).toBe(scratch.git("rev-parse", "HEAD~1"));
  expect(document.gates.map(({ job }) => job)).toEqual(["unit", "shell", "all"]);
  expect(document.orphans?.map(({ path }) => path)).toEqual([
    "tests/e2e/test_b.sh",
    "tests/e2e/test_c.sh",
  ]);
});

test("a bare clone and a .git folder show the same", async () => {
  using scratch = clone();
  using bare = scratchClone();
  bare.git("clone", "-q", "--bare", scratch.directory, `${bare.directory}/bare.git`);
  const { repository: _, ...whole } = await gates(scratch.directory);
  for (const directory of [`${scratch.directory}/.git`, `${bare.directory}/bare.git`])
    expect(await gates(directory)).toMatchObject(whole);
});

test("a broken file is a finding of the file, and said", async () => {
  using scratch = clone();
  scratch.write(".github/workflows/broken.yml", "jobs: [");
  scratch.commit("ci: broken (#3)");
  const said: string[] = [];
  const document = await gates(scratch.directory, { onProgress: (each) => said.push(each) });
  expect(document.findings).toMatchObject([
    { kind: "broken_workflow", workflow: ".github/workflows/broken.yml", line: 1 },
  ]);
  expect(document.gates).toHaveLength(4);
  expect(said.join("\n")).toContain("broken.yml: The workflow file is not valid YAML");
});

test("a commit without any file has no gates and no tests, which is known", async () => {
  using scratch = scratchClone();
  scratch.commit("feat: nothing");
  expect(await gates(scratch.directory)).toMatchObject({
    testFiles: { unit: 0, integration: 0, e2e: 0 },
    unlisted: null,
    gates: [],
    orphans: [],
  });
});

/** Takes an object out of a clone, as one that was fetched in part lacks it. */
function lose({ directory, git }: ReturnType<typeof clone>, what: string): void {
  const id = git("rev-parse", `HEAD:${what}`);
  rmSync(join(directory, ".git/objects", id.slice(0, 2), id.slice(2)));
}

test("where the files cannot be listed the jobs are told, and no test is counted", async () => {
  using scratch = clone();
  lose(scratch, "src");
  const document = await gates(scratch.directory);
  expect(document).toMatchObject({ testFiles: null, orphans: null, unclear: null });
  expect(document.unlisted).toContain("could not be listed");
  expect(document.gates.map(({ job, tests }) => [job, tests.certain])).toEqual([
    ["unit", null],
    ["shell", null],
    ["all", null],
    ["night", null],
  ]);
});

test("a workflow file that cannot be read is a failure, not a clone without that gate", async () => {
  using scratch = clone();
  lose(scratch, WORKFLOW);
  await expect(gates(scratch.directory)).rejects.toMatchObject({
    code: "failed",
    message: expect.stringContaining(WORKFLOW),
  });
});

test.each([
  ["a directory that is none", { directory: "/nowhere/at/all" }, "is not a directory"],
  ["an end before the history", { until: new Date("2001-01-01") }, "begins after"],
])("%s is a wrong use", async (_name, more, sentence) => {
  using scratch = clone();
  await expect(gates(scratch.directory, more)).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining(sentence),
  });
});
