import { expect, test } from "vitest";
import type { FixReport } from "./measure-fixes.ts";
import type { GateReport } from "./measure-gates.ts";
import { runEval } from "./run-eval.ts";
import { gateLabel, label, labelledClone, lines } from "./testing/labelled-clone.ts";

type Report = { readonly fixes: readonly FixReport[]; readonly gates: readonly GateReport[] };

const LABELS = [
  label(1),
  label(2, { isFix: true, weight: 2.5 }),
  label(3, { isFix: true, test: "unit", exercisesFix: true, weight: 2 }),
  label(4, { isFix: true, kind: "copy", why: "the page named a wrong price" }),
  label(5, { test: "smoke", exercisesFix: true, weight: 0.125 }),
  label(9, { isFix: true, title: "lost" }),
];
const GATES = [
  gateLabel("unit", { testPaths: ["src/**/*_test.go", "docs"] }),
  gateLabel("e2e", { kind: "smoke", testPaths: ["tests/e2e/"] }),
  gateLabel("gone", { kind: "lint" }),
];

async function evaluated(more: { json: boolean }): Promise<string> {
  using clone = labelledClone();
  return await runEval(
    {
      labels: clone.write("labels.jsonl", `${lines(LABELS)}\n\n`),
      clones: clone.clones,
      gates: clone.write("gates.json", JSON.stringify(GATES)),
      ...more,
    },
    () => {},
  );
}
const measured = async (): Promise<Report> => JSON.parse(await evaluated({ json: true })) as Report;

test("each measure counts what the labels say against what the audit of the clone says", async () => {
  const { fixes } = await measured();
  expect(fixes.map(({ repository }) => repository)).toEqual(["acme/shop", null]);
  expect(fixes[0]).toMatchObject({ labels: 6, measured: 5 });
  expect(fixes[0]?.compared.map(({ engine }) => engine)).toEqual([
    {
      n: 5,
      unknown: 0,
      raw: { tp: 2, fp: 1, fn: 1, tn: 1 },
      weighted: { tp: 4.5, fp: 0.125, fn: 1, tn: 1 },
    },
    {
      n: 5,
      unknown: 0,
      raw: { tp: 1, fp: 1, fn: 0, tn: 3 },
      weighted: { tp: 2, fp: 0.125, fn: 0, tn: 4.5 },
    },
    {
      n: 5,
      unknown: 0,
      raw: { tp: 0, fp: 1, fn: 0, tn: 4 },
      weighted: { tp: 0, fp: 0.125, fn: 0, tn: 6.5 },
    },
  ]);
  expect(fixes[0]?.compared.map(({ baseline }) => baseline.raw)).toEqual([
    { tp: 2, fp: 1, fn: 1, tn: 1 },
    { tp: 1, fp: 1, fn: 0, tn: 3 },
    { tp: 0, fp: 2, fn: 0, tn: 3 },
  ]);
});

test("a label without its pull request is not measured, neither right nor wrong", async () => {
  const { fixes } = await measured();
  for (const { notMeasured } of fixes) {
    expect(notMeasured.map(({ label: { number } }) => number)).toEqual([9]);
  }
});

test("every miss is listed with both sides", async () => {
  const { fixes } = await measured();
  expect(fixes[0]?.misses.map(({ label: { number }, misses }) => [number, misses])).toEqual([
    [4, ["is a fix: false negative"]],
    [
      5,
      [
        "is a fix: false positive",
        "tested, exercises the fix: false positive",
        "the same, end to end: false positive",
      ],
    ],
  ]);
  const text = await evaluated({ json: false });
  expect(text).toContain("#4 docs: prices\n  is a fix: false negative\n");
  expect(text).toContain("the page named a wrong price");
  expect(text).toContain("kind=docs_only");
  expect(text).toContain("#9 lost\n  not measured: the clone has no merged pull request");
});

test("jobs are compared field by field and by the files that either side selects", async () => {
  const { gates } = await measured();
  const [own, all] = gates;
  expect(own?.right).toEqual({ same: 1, of: 3 });
  expect(own?.fields).toEqual({
    kind: { same: 2, of: 2 },
    runsOnPullRequest: { same: 2, of: 2 },
    masked: { same: 1, of: 2 },
  });
  expect(own?.onlyLabel.map(({ job }) => job)).toEqual(["gone"]);
  expect(own?.onlyEngine.map(({ job, line }) => [job, line])).toEqual([["notes", 9]]);
  expect(own?.pairs.map(({ differs, files }) => [differs, files])).toEqual([
    [[], { both: ["src/price_test.go"], onlyLabel: ["docs/price.md"], onlyEngine: [] }],
    [["masked"], { both: ["tests/e2e/test_pay.sh"], onlyLabel: [], onlyEngine: [] }],
  ]);
  expect(all).toMatchObject({ repository: null, files: { both: 2, onlyLabel: 1, onlyEngine: 0 } });
  const text = await evaluated({ json: false });
  expect(text).toContain(
    ".github/workflows/ci.yml:6 e2e\n  masked: label false, engine true\n  label:  kind=smoke",
  );
  expect(text).toContain("only in the labels: .github/workflows/ci.yml:gone");
});

test("a label for another commit of the same number is not measured", async () => {
  using clone = labelledClone();
  const labels = [
    label(2, { isFix: true, sha: clone.untested }),
    label(3, { isFix: true, sha: clone.untested }),
  ];
  const options = { clones: clone.clones, gates: null, json: true };
  const file = clone.write("labels.jsonl", lines(labels));
  const { fixes, gates } = JSON.parse(
    await runEval({ ...options, labels: file }, () => {}),
  ) as Report;
  expect(fixes[0]).toMatchObject({ measured: 1, notMeasured: [{ label: { number: 3 } }] });
  expect(fixes[0]?.notMeasured[0]?.reason).toContain(`the label is for ${clone.untested}`);
  expect(gates).toBeNull();
});

test("a label that is not found near its commit is looked for in the whole history", async () => {
  using clone = labelledClone();
  const said: string[] = [];
  const file = clone.write("labels.jsonl", lines([label(9, { sha: clone.untested })]));
  const options = { labels: file, clones: clone.clones, gates: null, json: true };
  const text = await runEval(options, (sentence) => said.push(sentence));
  const { fixes } = JSON.parse(text) as Report;
  expect(said.join("\n")).toContain("the whole history is read");
  expect(fixes[0]).toMatchObject({ measured: 0, notMeasured: [{ label: { number: 9 } }] });
});

test("no label at all is no data, never a percentage", async () => {
  using clone = labelledClone();
  const options = { clones: clone.clones, gates: null, json: false };
  const text = await runEval({ ...options, labels: clone.write("none.jsonl", "") }, () => {});
  expect(text).toContain("0 labels, 0 measured, 0 not measured");
  expect(text).toContain("no data");
  expect(text).not.toContain("%");
});
