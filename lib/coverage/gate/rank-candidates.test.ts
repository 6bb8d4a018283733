import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearnessOf, rankCandidates, signsOfGate, signsOfItem } from "./rank-candidates.ts";

const gate = (more: Partial<Parameters<typeof rankCandidates>[1][number]> = {}) => ({
  repositoryId: 1,
  name: "e2e",
  job: "e2e",
  kind: "e2e",
  masked: false,
  runsOnPullRequest: true,
  paths: [],
  testPaths: [],
  ...more,
});
const item = (title: string, files: readonly string[] = []) => ({ repositoryId: 1, title, files });
const near = (own: ReturnType<typeof item>, other: ReturnType<typeof gate>) =>
  nearnessOf(signsOfItem(own), signsOfGate(other));

describe("what makes a gate near", () => {
  const api = gate({ job: "api" });
  const audit = gate({ testPaths: ["tests/e2e/gates/test_merge_audit.sh"] });
  test.each([
    ["its name is the scope, however short", item("fix(api): x"), api, ["api"], []],
    ["one of several scopes", item("fix(ci,api): x"), api, ["api"], []],
    ["a short word of a sentence is not", item("fix: the api was slow"), api, null, null],
    [
      "its name is a word of the title",
      item("fix: Billing is late"),
      gate({ name: "billing" }),
      ["billing"],
      [],
    ],
    ["words of other alphabets", item("fix(оплата): x"), gate({ name: "Оплата" }), ["оплата"], []],
    ["its tests speak of the scope", item("fix(merge): x"), audit, [], ["merge"]],
    [
      "its tests speak of two words",
      item("fix: merge-audit was late"),
      audit,
      [],
      ["merge", "audit"],
    ],
    ["one word of the title is too little", item("fix: the merge was late"), audit, null, null],
    [
      "what all gates are called says nothing",
      item("fix(e2e): test the ci gate"),
      gate({ name: "ci gate" }),
      null,
      null,
    ],
    ["nothing is shared", item("fix(mailer): x"), api, null, null],
    ["no title", item(""), api, null, null],
  ])("%s", (_what, own, other, named, tested) => {
    const expected = named === null ? null : { named, tested, folder: null };
    expect(near(own, other)).toEqual(expected);
  });

  test.each([
    ["beside them", ["web/login/test_a.py"], ["web/login/form.py"], "web/login"],
    ["above them", ["web/"], ["web/login/form.py"], "web"],
    ["by a glob", ["web/**/test_*.py"], ["web/login/form.py"], "web"],
    ["not below them", ["web/login/deep/test_a.py"], ["web/login/form.py"], null],
    ["not in a folder whose name begins alike", ["web/log/test_a.py"], ["web/login/form.py"], null],
    ["not at the root", ["test_a.py", "**/*_test.go"], ["form.py", "web/form.py"], null],
    ["of no files", ["web/"], [], null],
  ])("its tests lie %s", (_what, testPaths, files, folder) => {
    expect(near(item("fix: x", files), gate({ testPaths }))?.folder ?? null).toBe(folder);
  });

  test("a megabyte of any sign is read in time that grows with its length", () => {
    for (const sign of ["*", "/", "*\n", "a/", "[", "(", "-", "aaaa "]) {
      const long = sign.repeat(1_000_000 / sign.length);
      expect(() =>
        near(item(`fix: ${long}`, [long]), gate({ name: long, testPaths: [long] })),
      ).not.toThrow();
    }
  });
});

describe("the order of candidates", () => {
  const named = (title: string, gates: readonly ReturnType<typeof gate>[]) =>
    rankCandidates(item(title, ["billing/a.py"]), gates).map(({ gate: each }) => each.name);

  test("S21 its own repository first, then what is near, and no job that runs no test", () => {
    const gates = [
      gate({ name: "far" }),
      gate({ name: "billing" }),
      gate({ name: "billing elsewhere", repositoryId: 2 }),
      gate({ name: "elsewhere", repositoryId: 2 }),
      gate({ name: "lint", kind: "lint" }),
    ];
    expect(named("fix(billing): x", gates)).toEqual(["billing", "far", "billing elsewhere"]);
  });

  test("of equal ones the one that its files start, that runs on pull requests, that can fail, that is stronger", () => {
    const gates = [
      gate({ name: "unit", kind: "unit" }),
      gate({ name: "masked", masked: true }),
      gate({ name: "nightly", runsOnPullRequest: false }),
      gate({ name: "filtered", paths: ["docs/**"] }),
      gate({ name: "e2e" }),
    ];
    expect(named("fix: x", gates)).toEqual(["e2e", "masked", "unit", "nightly", "filtered"]);
  });

  test("it says why", () => {
    const gates = [
      gate({
        name: "billing",
        masked: true,
        testPaths: ["billing/test_a.py"],
        runsOnPullRequest: false,
      }),
    ];
    expect(rankCandidates(item("fix(billing): x", ["billing/a.py"]), gates)[0]?.why).toBe(
      "Its name speaks of billing too, its tests speak of billing too, its tests lie beside billing/a.py, it runs in the same repository, but it is masked, but it does not run on pull requests.",
    );
  });

  test("at most eight are given, whatever there is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (title, files) => {
        const gates = Array.from({ length: 20 }, (_, at) => gate({ name: title, job: `${at}` }));
        expect(rankCandidates(item(title, files), gates)).toHaveLength(8);
      }),
    );
  });
});
