import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOf } from "./endpoint.ts";
import { saidBy } from "./group-links.ts";
import { type LinkFacts, type LinkItem, linksOf } from "./links-of.ts";
import { CORE, CP, repository, SHOP } from "./testing/repositories.ts";
import { toConfirm } from "./to-confirm.ts";

const item = (
  repositoryId: number,
  number: number,
  title: string,
  body: string | null = null,
): LinkItem => ({
  repositoryId,
  number,
  title,
  body,
});

const repositories = [
  repository(SHOP, "shop", { issues: [5, 12, 100], pulls: [40, 41, 42] }),
  repository(CORE, "core", { issues: [5], pulls: [42, 60] }),
  repository(CP, "cp", { issues: [7], pulls: [70] }),
];

const nothing: LinkFacts = {
  repositories,
  issues: [],
  pulls: [],
  gates: [],
  comments: [],
  tracking: { repositoryId: SHOP, number: 100 },
  gapOf: (number) => (number === 118 ? { kind: "issue", repositoryId: CP, number: 7 } : null),
};
const linksIn = (more: Partial<LinkFacts>) => linksOf({ ...nothing, ...more });
/** Each mention as `from relation to certainty`. */
const said = (more: Partial<LinkFacts>) =>
  linksIn(more)
    .links.flatMap(saidBy)
    .map(
      ({ from, relation, to, certainty }) => `${keyOf(from)} ${relation} ${keyOf(to)} ${certainty}`,
    );

const linkBase = {
  from: { kind: "pull", repositoryId: 1, number: 40 },
  to: { kind: "issue", repositoryId: 1, number: 12 },
  method: "covers-words",
  resolvedBy: "home-number",
  place: "body",
  line: 1,
  quote: "covers #12",
  held: null,
  alternatives: [],
  decided: null,
} as const;

describe("what a pull request says", () => {
  test.each([
    ["closes", "fix: a", "Fixes #12", ["item:1#40 closes item:1#12 certain"]],
    ["covers elsewhere", "test: a", "covers cp#7", ["item:1#40 covers item:3#7 certain"]],
    ["closes a gap: it covers", "test: a", "Closes GAP-118", ["item:1#40 covers item:3#7 certain"]],
    ["by a trailer", "test: a", "Closes-Gap: GAP-118", ["item:1#40 covers item:3#7 certain"]],
    [
      "by a harness in its title",
      "regression harness (#12)",
      null,
      ["item:1#40 covers item:1#12 certain"],
    ],
    [
      "by a fix that names an issue",
      "fix(a): b (#12)",
      null,
      ["item:1#40 closes item:1#12 likely"],
    ],
    [
      "a fix that names a pull request only mentions",
      "fix(a): b (#41)",
      null,
      ["item:1#40 refs item:1#41 certain"],
    ],
    ["of itself nothing", "fix: a (#40)", "Fixes #40", []],
    [
      "a revert takes no repair over",
      'Revert "fix: a (#12)"',
      "Fixes #12",
      ["item:1#40 refs item:1#12 certain", "item:1#40 refs item:1#12 certain"],
    ],
    [
      "what it was fixed by is no link back",
      "fix: a",
      "fixed by #41",
      ["item:1#40 refs item:1#41 certain"],
    ],
  ])("%s", (_name, title, body, expected) => {
    expect(said({ pulls: [item(SHOP, 40, title, body)] })).toEqual(expected);
  });

  test("the number behind the title of a backport covers nothing", () => {
    const title = "Add regression test for the list";
    const pulls = [item(SHOP, 41, title), item(SHOP, 40, `${title} (#41)`)];
    expect(linksIn({ pulls }).links).toMatchObject([{ relation: "refs", held: "copied" }]);
  });
});

describe("what an issue says", () => {
  test.each([
    [
      "of others only mentions",
      "covers #5, fixes cp#7",
      ["item:1#12 refs item:1#5 certain", "item:1#12 refs item:3#7 certain"],
    ],
    ["of its repair turns the link round", "Fixed by #41.", ["item:1#41 closes item:1#12 certain"]],
    ["of a gate is not the gate's word", "Covered by #41.", ["item:1#12 refs item:1#41 certain"]],
  ])("%s", (_name, body, expected) => {
    expect(said({ issues: [item(SHOP, 12, "It stops", body)] })).toEqual(expected);
  });

  test("the tracking issue and its comments speak of all repositories", () => {
    const comment = {
      repositoryId: SHOP,
      number: 100,
      externalId: "9",
      body: "**gate** — #42 a, ci(cp#70)",
    };
    const { links } = linksIn({
      issues: [item(SHOP, 100, "All", "covers #60")],
      comments: [comment],
    });
    expect(
      links.map(({ to, certainty, place, alternatives }) => [
        keyOf(to),
        certainty,
        place,
        alternatives.map(keyOf),
      ]),
    ).toEqual([
      ["item:1#42", "ambiguous", "comment:9", ["item:2#42"]],
      ["item:2#42", "ambiguous", "comment:9", ["item:1#42"]],
      ["item:2#60", "certain", "body", []],
      ["item:3#70", "certain", "comment:9", []],
    ]);
    expect(toConfirm(links)).toHaveLength(2);
  });
});

test("a program's list of gates says what each covers, and a person is asked", () => {
  const body =
    "Progress: **2 gaps closed** — #40 order-gate(#12), #41 list, ci-gate(#7), #60 core-gate (#5).";
  const comments = [{ repositoryId: SHOP, number: 100, externalId: "9", body }];
  const { links } = linksIn({ comments });
  expect(
    toConfirm(links).map((each) => [each.method, keyOf(each.from), keyOf(each.to), each.certainty]),
  ).toEqual([
    ["gate-list", "item:1#40", "item:1#12", "likely"],
    ["mention", "item:1#100", "item:1#5", "ambiguous"],
    ["mention", "item:1#100", "item:2#5", "ambiguous"],
    ["gate-list", "item:2#60", "item:1#5", "ambiguous"],
    ["gate-list", "item:2#60", "item:2#5", "ambiguous"],
  ]);
  const pulls = [item(SHOP, 40, "test: a", "covers #12")];
  expect(
    linksIn({ comments, pulls }).links.find(({ from }) => keyOf(from) === "item:1#40"),
  ).toMatchObject({
    method: "covers-words",
    certainty: "certain",
    also: [{ method: "gate-list" }],
  });
});

test("a gate may say by its name what it covers", () => {
  const gates = [{ repositoryId: SHOP, gate: "e2e.yml:harness", name: "regression harness (#12)" }];
  expect(said({ gates })).toEqual(["gate:1:e2e.yml:harness covers item:1#12 certain"]);
});

test("of one pair the strongest is kept, and the others are listed", () => {
  const body = "See #12.\n\nFixes #12.\n\nAdds a regression test for #12.\n\nFixes #12.";
  const { links } = linksIn({ pulls: [item(SHOP, 40, "fix: a", body)] });
  expect(links).toHaveLength(1);
  expect(links[0]).toMatchObject({
    relation: "closes",
    method: "closing-keyword",
    line: 3,
    quote: "Fixes #12.",
  });
  expect(links[0]?.also.map(({ relation, line }) => [relation, line])).toEqual([
    ["closes", 7],
    ["covers", 5],
    ["refs", 1],
  ]);
});

test("what is certain goes before what nothing decides, however strong", () => {
  const { links } = linksIn({ pulls: [item(CP, 70, "a", "Fixes #5.\n\nSee shop#5.")] });
  expect(links.map(({ to, relation, certainty }) => [keyOf(to), relation, certainty])).toEqual([
    ["item:1#5", "refs", "certain"],
    ["item:2#5", "closes", "ambiguous"],
  ]);
});

test("what leads nowhere is told once, with the place", () => {
  const pulls = [item(SHOP, 40, "fix: a", "Fixes #999\n\nFixes cp#999")];
  const { links, dangling } = linksIn({ pulls: [...pulls, ...pulls] });
  expect(links).toEqual([]);
  expect(dangling.map(({ line, why }) => [line, why])).toEqual([
    [1, "There is no #999 in shop, core, cp."],
    [3, "There is no #999 in cp."],
  ]);
});

test("a claim to cover that is only likely is asked about", () => {
  const pulls = [item(SHOP, 40, "test: a", "For core this covers #5 and #12.")];
  const { links } = linksIn({ pulls });
  expect(toConfirm(links).map(({ to, certainty }) => [keyOf(to), certainty])).toEqual([
    [`item:${CORE}#5`, "likely"],
  ]);
});

const texts = fc.constantFrom(
  "Fixes #12",
  "covers #5",
  "see cp#7",
  "For core #42",
  "#60 and #999",
  "GAP-118",
  "regression test for #7",
  "fixed by #42",
);
const items = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(SHOP, CORE, CP), fc.integer({ min: 1, max: 80 }), texts, texts),
    {
      selector: ([repositoryId, number]) => `${repositoryId}#${number}`,
      maxLength: 8,
    },
  )
  .map((all) =>
    all.map(([repositoryId, number, title, body]) => item(repositoryId, number, title, body)),
  );

test("the order of the rows changes nothing, nor does a row that comes twice", () => {
  const mixed = items.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.shuffledSubarray(all),
    ),
  );
  fc.assert(
    fc.property(mixed, mixed, ([pulls, ...morePulls], [issues, ...moreIssues]) => {
      expect(linksIn({ pulls: morePulls.flat(), issues: moreIssues.flat() })).toEqual(
        linksIn({ pulls, issues }),
      );
    }),
  );
});

test("text that names nothing removes no link", () => {
  const unrelated = fc.constantFrom(
    "Words.",
    "## More",
    "- a\n- b",
    "`code`",
    "| a | b |",
    "Is it?",
    "> old",
  );
  fc.assert(
    fc.property(items, unrelated, unrelated, (pulls, before, behind) => {
      const padded = pulls.map((each) => ({
        ...each,
        body: `${before}\n\n${each.body}\n\n${behind}`,
      }));
      const keys = (all: readonly LinkItem[]) => said({ pulls: all });
      expect(keys(padded)).toEqual(keys(pulls));
    }),
  );
});

test("what is certain of a pair already waits for nobody, and a claim that nothing certain says does", () => {
  const certain = { ...linkBase, relation: "covers", certainty: "certain" } as const;
  const likely = { ...linkBase, relation: "covers", certainty: "likely" } as const;
  expect(toConfirm([{ ...certain, also: [likely] }])).toEqual([]);
  expect(toConfirm([{ ...certain, relation: "closes", also: [likely] }])).toHaveLength(1);
  expect(toConfirm([{ ...likely, also: [] }])).toHaveLength(1);
});
