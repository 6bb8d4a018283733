import { describe, expect, test } from "vitest";
import { unknown } from "#/lib/facts/known.ts";
import type { Measure } from "../measure.ts";
import type { Gap, Place } from "./gap.ts";
import { piecesOf } from "./pieces-of.ts";
import { gap, kept, place, placeOf, UNGATED, unblockedBy, WORKFLOW } from "./testing/rows.ts";

const cluster = {
  key: "deploy",
  name: "the deploy family",
  parts: [],
  gaps: ["a", "b"],
  architecture: false,
  repositories: ["core"],
};

type Given = Partial<Parameters<typeof piecesOf>[0]>;
const pieces = (given: Given) =>
  piecesOf({
    measure: "gated",
    gaps: [],
    clusters: [],
    places: [],
    acceptedKinds: ["e2e"],
    ...given,
  });
const keysOf = (given: Given) => pieces(given).map(({ key, closes }) => [key, ...closes]);

describe("a new gate", () => {
  const gaps = [gap("b"), gap("a"), gap("c")];

  test("closes every gap of its cluster", () => {
    expect(pieces({ gaps, clusters: [cluster] })).toEqual([
      {
        key: "new_gate:deploy",
        kind: "new_gate",
        title: "One new gate for the deploy family",
        why: "2 gaps of the deploy family are there for one cause.",
        repository: "core",
        gate: null,
        cluster: "deploy",
        signOff: null,
        closes: ["a", "b"],
      },
    ]);
  });

  test.each([
    [["workflows"], "One new gate for workflows"],
    [["workflows", "scripts"], "One new gate for workflows and scripts"],
    [["workflows", "pipeline", "scripts"], "One new gate for workflows, pipeline and scripts"],
  ])("is named by the parts %j of its cluster", (parts, title) => {
    expect(pieces({ gaps, clusters: [{ ...cluster, parts }] })[0]?.title).toBe(title);
  });

  test("S51 takes the CTO's sign-off where the cluster is architecture", () => {
    const clusters = [{ ...cluster, architecture: true }];
    expect(pieces({ gaps, clusters })[0]?.signOff).toBe("cto");
  });

  test("is in no one repository where the cluster is in several", () => {
    const clusters = [{ ...cluster, repositories: ["core", "cp"] }];
    expect(pieces({ gaps, clusters })[0]?.repository).toBeNull();
  });

  test("is not needed where no member is a gap", () => {
    expect(pieces({ gaps: [gap("z")], clusters: [cluster] })).toEqual([]);
  });

  test.each<[Measure, RegExp]>([
    ["tested", /cause\.$/],
    ["executed", /seen to succeed\.$/],
    ["blocking", /seen to succeed\. The branch has to require it too\.$/],
    ["proven", /fail without its fix and to pass with it\.$/],
  ])("at %s it says what else is needed", (measure, why) => {
    expect(pieces({ measure, gaps, clusters: [cluster] })[0]?.why).toMatch(why);
  });
});

const E2E = `
on: pull_request
jobs:
  billing-e2e:
    steps:
      - run: pytest tests/e2e/invoices/test_total.py tests/e2e/invoices/test_currency.py
`;
const extendKey = `extend:core:${WORKFLOW}:billing-e2e`;

describe("an existing gate is extended", () => {
  test.each<[string, Partial<Gap>]>([
    ["whose name speaks of the scope", { title: "fix(billing): x" }],
    ["whose name speaks of the subject", { title: "fix: the billing page was empty" }],
    ["whose tests speak of the scope", { title: "fix(invoices): x" }],
    ["whose tests speak of two words of the subject", { title: "fix: currency of the total" }],
    ["whose tests lie beside the files", { paths: ["tests/e2e/invoices/sub/data.json"] }],
  ])("%s", (_what, more) => {
    expect(keysOf({ gaps: [gap("a", more)], places: [place(E2E)] })).toEqual([[extendKey, "a"]]);
  });

  test.each<[string, Partial<Gap>]>([
    ["one word of the subject that its tests speak of is no nearness", { title: "fix: the total" }],
    ["a word that any test is called by is none", { title: "fix(e2e): test of the tests" }],
    ["a folder beside is none", { paths: ["tests/e2e/other/data.json"] }],
    ["another repository is not extended from here", { title: "fix(billing): x", repositoryId: 2 }],
  ])("%s", (_what, more) => {
    expect(keysOf({ gaps: [gap("a", more)], places: [place(E2E)] })).toEqual([]);
  });

  const near = [gap("a", { title: "fix(billing): x", paths: ["src/a.py"] })];
  test.each([
    ["only if it runs on pull requests", E2E.replace("pull_request", "push"), false],
    [
      "only if it can fail",
      E2E.replace("- run:", "- continue-on-error: true\n        run:"),
      false,
    ],
    ["only if the policy accepts what it runs", E2E.replaceAll("e2e", "unit"), false],
    [
      "only if its filters let the files start it",
      E2E.replace("on: pull_request", "on: { pull_request: { paths: [docs/**] } }"),
      false,
    ],
    [
      "also if they do",
      E2E.replace("on: pull_request", "on: { pull_request: { paths: [src/**] } }"),
      true,
    ],
    [
      "only if its branches do",
      E2E.replace("on: pull_request", "on: { pull_request: { branches: [release] } }"),
      false,
    ],
    [
      "also if a run alone decides",
      E2E.replace("    steps", "    if: vars.ON == 'yes'\n    steps"),
      true,
    ],
    ["a smoke test is an end-to-end test", E2E.replace("billing-e2e", "billing-smoke"), true],
  ])("%s", (_what, text, isExtended) => {
    expect(pieces({ gaps: near, places: [place(text)] })).toHaveLength(isExtended ? 1 : 0);
  });

  test("files that are not known start only a gate without a filter", () => {
    const gaps = [gap("a", { title: "fix(billing): x", paths: null })];
    expect(pieces({ gaps, places: [place(E2E)] })).toHaveLength(1);
    const filtered = E2E.replace("on: pull_request", "on: { pull_request: { paths: ['**'] } }");
    expect(pieces({ gaps, places: [place(filtered)] })).toEqual([]);
  });

  test("it says by what it is near, and to how many", () => {
    const gaps = [...near, gap("b", { paths: ["tests/e2e/invoices/x.json"] })];
    expect(pieces({ gaps, places: [place(E2E)] })[0]).toMatchObject({
      title: "Extend ci.yml:billing-e2e",
      why: "It runs on pull requests and can fail. Its tests lie beside the files of 1 gap. Its name or its tests speak of what 1 gap repaired.",
      gate: `${WORKFLOW}:billing-e2e`,
      repository: "core",
    });
  });

  test.each<[string, Place, number]>([
    ["one that the branch does not require closes none", place(E2E), 0],
    ["one that it requires does", place(E2E, ["billing-e2e"]), 1],
    ["and so may one of which that is not known", { ...place(E2E), required: unknown("?") }, 1],
  ])("at blocking %s", (_what, where, count) => {
    expect(pieces({ measure: "blocking", gaps: near, places: [where] })).toHaveLength(count);
  });
});

const TWO = `
on: pull_request
jobs:
  one: { steps: [{ run: pytest tests/e2e/one }] }
  two: { steps: [{ run: pytest tests/e2e/two }] }
`;
const one = `${WORKFLOW}:one`;
const two = `${WORKFLOW}:two`;

describe("a gate is made required", () => {
  const given = (gaps: readonly Gap[], more: Given = {}) =>
    keysOf({ measure: "blocking", gaps, places: [place(TWO)], ...more });

  test("it closes what stands at executed by it and misses blocking", () => {
    const gaps = [
      gap("a", { standing: unblockedBy(one) }),
      gap("b", { standing: unblockedBy(one, two) }),
      gap("c"),
      gap("d", { standing: UNGATED }),
    ];
    expect(given(gaps)).toEqual([
      [`require:core:${one}`, "a", "b"],
      [`require:core:${two}`, "b"],
    ]);
    expect(pieces({ measure: "blocking", gaps, places: [place(TWO)] })[0]).toMatchObject({
      title: "Make ci.yml:one required",
      why: "It runs and was seen to succeed. The default branch does not require one.",
    });
  });

  const held = gap("a", { standing: unblockedBy(one) });
  test.each<[string, Given, Gap]>([
    ["below blocking there is nothing to require", { measure: "executed" }, held],
    [
      "one that is required was passed by, which no demand mends",
      { places: [place(TWO, ["one"])] },
      held,
    ],
    [
      "what is not known is not asked for",
      { places: [{ ...place(TWO), required: unknown("?") }] },
      held,
    ],
    ["a fix that was merged without it stays a gap", {}, { ...held, mergedWithout: [one] }],
    [
      "nothing is sure of a gate that was not seen to run",
      {},
      { ...held, standing: { ...held.standing, rung: "gated" } },
    ],
  ])("%s", (_what, more, each) => {
    expect(given([each], more)).toEqual([]);
  });

  test("a gate of another repository is made required there", () => {
    const [evidence] = unblockedBy(one).evidence;
    if (!evidence) throw new Error("no evidence");
    const standing = { ...unblockedBy(), evidence: [{ ...evidence, repositoryId: 1 }] };
    expect(given([gap("a", { repositoryId: 2, standing })])).toEqual([
      [`require:core:${one}`, "a"],
    ]);
  });
});

describe("a gate that runs the tests is mended", () => {
  const held = (...rows: NonNullable<Gap["heldBack"]>) =>
    gap("a", { standing: UNGATED, heldBack: rows });

  test.each([
    ["masked", "unmask", "Let a failing test fail ci.yml:one"],
    ["filtered", "unfilter", "Let the files of fixes start ci.yml:one"],
    ["not_on_pull_requests", "trigger", "Run ci.yml:one on pull requests"],
  ] as const)("one that is %s: %s", (by, kind, title) => {
    expect(pieces({ gaps: [held(kept(one, by))], places: [place(TWO)] })).toMatchObject([
      { key: `${kind}:core:${one}`, kind, title, closes: ["a"], gate: one, repository: "core" },
    ]);
  });

  test("each of several gates by itself", () => {
    const gaps = [held(kept(one, "masked"), kept(two, "filtered"))];
    expect(keysOf({ gaps, places: [place(TWO)] })).toEqual([
      [`unfilter:core:${two}`, "a"],
      [`unmask:core:${one}`, "a"],
    ]);
  });

  const masked = held(kept(one, "masked"));
  test.each<[string, Given, Gap]>([
    [
      "two faults of one gate are not mended by one piece",
      {},
      held(kept(one, "masked"), kept(one, "filtered")),
    ],
    [
      "a gap without a test is not closed by it",
      {},
      { ...masked, standing: { ...UNGATED, missed: "tested", rung: "none" } },
    ],
    ["a gate that is gone cannot be mended", { places: [placeOf([])] }, masked],
    ["below gated nothing is missing", { measure: "tested" }, masked],
    ["at blocking, one that is not required closes none", { measure: "blocking" }, masked],
    [
      "at blocking, what did not run before the merge held nothing up",
      { measure: "blocking", places: [place(TWO, ["one"])] },
      held(kept(one, "not_on_pull_requests")),
    ],
    [
      "at blocking, nor what had not succeeded by then",
      { measure: "blocking", places: [place(TWO, ["one"])] },
      { ...masked, mergedWithout: [one] },
    ],
  ])("%s", (_what, more, each) => {
    expect(keysOf({ gaps: [each], places: [place(TWO)], ...more })).toEqual([]);
  });

  test("at blocking a masked gate that is required closes what it let pass", () => {
    const given = { measure: "blocking", places: [place(TWO, ["one"])] } as const;
    expect(keysOf({ gaps: [masked], ...given })).toEqual([[`unmask:core:${one}`, "a"]]);
    expect(pieces({ gaps: [masked], ...given })[0]?.why).toBe(
      "It runs the test of 1 gap and does not hold it. Since. It then has to be seen to succeed.",
    );
  });
});

test("the order of gaps, clusters and repositories changes nothing", () => {
  const gaps = [
    gap("a", { title: "fix(billing): x" }),
    gap("b"),
    gap("c", { title: "fix(billing): y" }),
  ];
  const given = {
    gaps,
    clusters: [cluster, { ...cluster, key: "more" }],
    places: [place(E2E), { ...place(TWO), id: 2, alias: "cp" }],
  };
  const turned = {
    gaps: gaps.toReversed(),
    clusters: given.clusters.toReversed(),
    places: given.places.toReversed(),
  };
  expect(pieces(turned)).toEqual(pieces(given));
});
