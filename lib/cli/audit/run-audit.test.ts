import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { auditJsonSchema } from "#/lib/report/audit-schema.ts";
import { runGates } from "../gates/run-gates.ts";
import { audit, E2E, history, NOW, product, UNIT_TEST } from "./testing/history.ts";

const onProgress = (): void => {};

test("a clone is audited as one document that its published schema takes", async () => {
  using scratch = history();
  const document = await audit(scratch.directory);
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    auditJsonSchema(),
  );
  expect(validate(JSON.parse(JSON.stringify(document))), JSON.stringify(validate.errors)).toBe(
    true,
  );
  expect(document).toMatchObject({
    asOf: NOW.toISOString(),
    policy: "gated@1",
    population: { merged: 5, fixes: 3, excluded: 2, unknown: 0 },
    measures: [
      { measure: "has_test@1", covered: 2, of: 3, percent: 66.7 },
      { measure: "tested", covered: 2, of: 3, percent: 66.7 },
      { measure: "gated", covered: 1, of: 3, percent: 33.3 },
    ],
    rungs: { none: 1, tested: 1, gated: 1 },
    gates: [{ workflow: ".github/workflows/e2e.yml", job: "e2e", kind: "e2e", testPaths: [E2E] }],
  });
  expect(
    document.items.map(({ number, rung, verdict, testKind }) => [number, rung, verdict, testKind]),
  ).toEqual([
    [5, "none", null, "none"],
    [4, "gated", "covered", "e2e"],
    [3, "none", null, "none"],
    [2, "tested", "gap", "unit"],
    [1, "none", "gap", "none"],
  ]);
  expect(document.items[1]?.unknownAbove).toBe("executed");
});

test("the tests that no job runs are the ones that the catalogue of gates lists", async () => {
  using scratch = history();
  const { directory } = scratch;
  const { testFiles, orphans } = await runGates({ directory, until: null, now: NOW, onProgress });
  const document = await audit(directory);
  expect(document).toMatchObject({ testFiles, unlisted: null, orphans });
  expect(document.orphans?.map(({ path }) => path)).toEqual(["src/a_test.go"]);
});

test("patches are read, so a test that only lost lines or moved is none", async () => {
  using scratch = history();
  scratch.write("src/a.go", product(4));
  scratch.write("src/a_test.go", UNIT_TEST.replace('\t\tt.Fatal("wrong")\n', ""));
  scratch.commit("fix(core): an assertion less (#6)");
  scratch.write("src/a.go", product(5));
  scratch.git("mv", "src/a_test.go", "src/moved_test.go");
  scratch.commit("fix(core): a moved test (#7)");
  const { items } = await audit(scratch.directory, { limit: 2 });
  expect(items.map(({ rung, unknownAbove }) => [rung, unknownAbove])).toEqual([
    ["none", null],
    ["none", null],
  ]);
});

test("a copy is listed under its original, a revert takes its fix back, and a direct commit is counted apart", async () => {
  using scratch = history();
  scratch.write("src/b.go", product(6));
  scratch.commit("fix(core): a gated test (cherry-pick #4) (#8)");
  scratch.write("src/b.go", product(7));
  scratch.commit('Revert "fix(core): a unit test (#2)" (#9)');
  scratch.write("src/c.go", product(8));
  const sha = scratch.commit("fix: straight to the branch");
  const document = await audit(scratch.directory);
  const of = (number: number) => document.items.find((item) => item.number === number);
  expect(of(8)).toMatchObject({ isFix: false, kind: "fix", copyOf: 4, verdict: null });
  expect(of(4)?.copies).toEqual([8]);
  expect(of(2)).toMatchObject({ isFix: true, revertedBy: 9, rung: "none", verdict: "gap" });
  expect(document.withoutPullRequest).toMatchObject([
    { sha, title: "fix: straight to the branch" },
  ]);
  const { merged, fixes, excluded, unknown } = document.population;
  expect([merged, fixes, excluded, unknown]).toEqual([7, 3, 4, 0]);
});

test("above what a clone can answer a gated fix is unknown, and a missed rung stays a gap", async () => {
  using scratch = history();
  const { items } = await audit(scratch.directory, { policy: "blocking" });
  expect(items.filter(({ isFix }) => isFix).map(({ verdict }) => verdict)).toEqual([
    "unknown",
    "gap",
    "gap",
  ]);
});

test("an earlier moment is judged with that moment's history and workflow files", async () => {
  using scratch = history();
  const until = new Date("2026-06-01T00:02:30Z");
  const document = await audit(scratch.directory, { until });
  expect(document.items.map(({ number }) => number)).toEqual([2, 1]);
  expect(document).toMatchObject({
    gates: [],
    asOf: until.toISOString(),
    head: document.items[0]?.sha,
  });
});

test("a limit keeps the newest, and a window without any is no data", async () => {
  using scratch = history();
  expect((await audit(scratch.directory, { limit: 2 })).items.map(({ number }) => number)).toEqual([
    5, 4,
  ]);
  const none = await audit(scratch.directory, { since: NOW });
  expect([none.population.merged, none.measures[0]]).toEqual([
    0,
    { measure: "has_test@1", covered: 0, of: 0, percent: null, unknown: 0 },
  ]);
});

test("the first directory that exists decides about gates, and what is broken is said", async () => {
  using scratch = history();
  scratch.write(".gitea/workflows/a.yml", "jobs: [");
  scratch.commit("ci: another forge (#6)");
  const said: string[] = [];
  const document = await audit(scratch.directory, {
    onProgress: (sentence) => said.push(sentence),
  });
  expect(document.gates).toEqual([]);
  expect(said.join("\n")).toContain(".gitea/workflows/a.yml: The workflow file is not valid YAML");
});

test.each([
  ["a directory that is none", { directory: "/nowhere/at/all" }, "is not a directory"],
  [
    "a window that ends before it starts",
    { since: NOW, until: new Date(0) },
    "--since lies after --until",
  ],
  ["a policy that is none", { policy: "nope" }, "neither a preset"],
  ["an end before the history", { until: new Date("2001-01-01") }, "begins after"],
])("%s is a wrong use", async (_name, more, sentence) => {
  using scratch = history();
  await expect(audit(scratch.directory, more)).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining(sentence),
  });
});

test("clusters of the policy share the gaps and name their rows", async () => {
  using scratch = history();
  scratch.write(
    "policy.yml",
    [
      "name: ours",
      "rung: gated",
      "acceptedKinds: [e2e]",
      "ciCountsAsProduct: false",
      "clusters:",
      "  - { key: core, name: Core, why: one cause, match: { scopes: [core], numbers: [1, 4] } }",
    ].join("\n"),
  );
  const document = await audit(scratch.directory, { policy: `${scratch.directory}/policy.yml` });
  expect(document.clusters).toMatchObject([
    { key: "core", gaps: 1, shareOfGaps: 50, why: "one cause" },
  ]);
  expect(
    document.items.filter(({ cluster }) => cluster === "core").map(({ number }) => number),
  ).toEqual([1]);
});
