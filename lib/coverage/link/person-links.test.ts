import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Endpoint, keyOf } from "./endpoint.ts";
import { saidBy } from "./group-links.ts";
import { type LinkItem, linksOf } from "./links-of.ts";
import { type LinkDecision, personLinks } from "./person-links.ts";
import { CORE, CP, repository, SHOP } from "./testing/repositories.ts";
import { toConfirm } from "./to-confirm.ts";

const repositories = [
  repository(SHOP, "shop", { issues: [5, 12, 100], pulls: [40, 42] }),
  repository(CORE, "core", { issues: [5], pulls: [42] }),
];
const linksIn = (body: string, number = 40) => {
  const pull: LinkItem = { repositoryId: SHOP, number, title: "test: a", body };
  const tracking = { repositoryId: SHOP, number: 100 };
  const comments = number === 100 ? [{ ...tracking, externalId: "1", body }] : [];
  const pulls = number === 100 ? [] : [pull];
  return linksOf({
    repositories,
    issues: [],
    pulls,
    gates: [],
    comments,
    tracking,
    gapOf: () => null,
  }).links;
};

const from: Endpoint = { kind: "pull", repositoryId: SHOP, number: 40 };
const to: Endpoint = { kind: "issue", repositoryId: SHOP, number: 12 };
const word = (more: Partial<LinkDecision> = {}): LinkDecision => ({
  id: 1,
  from,
  to,
  relation: "covers",
  value: "confirm",
  reason: "It reaches the list.",
  actor: "reviewer",
  ...more,
});
const said = (links: ReturnType<typeof linksIn>) =>
  links
    .flatMap(saidBy)
    .map((each) => `${each.relation} ${keyOf(each.to)} ${each.certainty} ${each.method}`);

describe("what people decide about links", () => {
  const covers = linksIn("covers #12\n\nfixes #5");
  test.each([
    [
      "nothing leaves all as it is",
      [],
      ["closes item:1#5 certain closing-keyword", "covers item:1#12 certain covers-words"],
    ],
    ["rejected is gone", [word({ value: "reject" })], ["closes item:1#5 certain closing-keyword"]],
    [
      "another relation stays",
      [word({ value: "reject", relation: "closes" })],
      ["closes item:1#5 certain closing-keyword", "covers item:1#12 certain covers-words"],
    ],
    [
      "the newest word counts",
      [word({ id: 2, value: null }), word({ value: "reject" })],
      ["closes item:1#5 certain closing-keyword", "covers item:1#12 certain covers-words"],
    ],
    [
      "added is there",
      [word({ relation: "closes" })],
      [
        "closes item:1#5 certain closing-keyword",
        "closes item:1#12 certain person",
        "covers item:1#12 certain covers-words",
      ],
    ],
  ])("%s", (_name, decisions, expected) => {
    expect(said(personLinks(covers, decisions))).toEqual(expected);
  });

  test("a gate is mapped to an issue with the reason and who said it", () => {
    const gate: Endpoint = { kind: "gate", repositoryId: SHOP, gate: "e2e.yml:list" };
    expect(personLinks([], [word({ from: gate })])).toMatchObject([
      {
        from: gate,
        to,
        relation: "covers",
        method: "person",
        quote: "It reaches the list.",
        decided: { value: "confirm", actor: "reviewer" },
      },
    ]);
  });

  test("a likely claim that is confirmed is certain and no more asked about", () => {
    const likely = linksIn("For core this covers #5");
    const [asked] = toConfirm(likely);
    expect(asked).toMatchObject({ certainty: "likely" });
    const confirmed = personLinks(likely, [word({ to: asked?.to ?? to })]);
    expect(confirmed).toMatchObject([{ certainty: "certain", method: "covers-words" }]);
    expect(toConfirm(confirmed)).toEqual([]);
  });

  test("of several readings the confirmed one is left, and a rejected one is not", () => {
    const ambiguous = linksIn("see #42", 100);
    const home: Endpoint = { kind: "issue", repositoryId: SHOP, number: 100 };
    const core: Endpoint = { kind: "pull", repositoryId: CORE, number: 42 };
    const decision = word({ from: home, to: core, relation: "refs" });
    expect(said(ambiguous)).toHaveLength(2);
    expect(said(personLinks(ambiguous, [decision]))).toEqual(["refs item:2#42 certain mention"]);
    expect(said(personLinks(ambiguous, [{ ...decision, value: "reject" }]))).toEqual([
      "refs item:1#42 likely mention",
    ]);
  });
});

describe("an issue that names its repair by a number that several have", () => {
  const issue: LinkItem = { repositoryId: SHOP, number: 12, title: "a", body: "Fixed by #42." };
  const links = (places: Parameters<typeof linksOf>[0]["repositories"]) =>
    linksOf({
      repositories: places,
      issues: [issue],
      pulls: [],
      gates: [],
      comments: [],
      tracking: null,
      gapOf: () => null,
    }).links;
  const home = repository(SHOP, "shop", { issues: [12] });
  const repairs = links([
    home,
    repository(CORE, "core", { pulls: [42] }),
    repository(CP, "cp", { pulls: [42] }),
  ]);
  const mixed = links([
    home,
    repository(CORE, "core", { pulls: [42] }),
    repository(CP, "cp", { issues: [42] }),
  ]);
  const core: Endpoint = { kind: "pull", repositoryId: CORE, number: 42 };
  const cp: Endpoint = { kind: "issue", repositoryId: CP, number: 42 };
  const repair = word({ from: core, to, relation: "closes" });
  const mention = word({ from: to, to: cp, relation: "refs" });
  const read = (all: ReturnType<typeof links>) =>
    all
      .flatMap(saidBy)
      .map((each) => `${keyOf(each.from)} ${each.relation} ${keyOf(each.to)} ${each.certainty}`);

  test.each([
    [
      "two repairs, and nobody said which",
      repairs,
      [],
      ["item:2#42 closes item:1#12 ambiguous", "item:3#42 closes item:1#12 ambiguous"],
    ],
    [
      "the repair that is picked stays alone",
      repairs,
      [repair],
      ["item:2#42 closes item:1#12 certain"],
    ],
    [
      "where one repair is rejected the other is likely",
      repairs,
      [{ ...repair, value: "reject" }],
      ["item:3#42 closes item:1#12 likely"],
    ],
    [
      "a repair or an issue that it mentions",
      mixed,
      [],
      ["item:1#12 refs item:3#42 ambiguous", "item:2#42 closes item:1#12 ambiguous"],
    ],
    ["the repair is picked", mixed, [repair], ["item:2#42 closes item:1#12 certain"]],
    ["the mention is picked", mixed, [mention], ["item:1#12 refs item:3#42 certain"]],
    [
      "the repair is rejected",
      mixed,
      [{ ...repair, value: "reject" }],
      ["item:1#12 refs item:3#42 likely"],
    ],
    [
      "a word on another pair of the same number picks none",
      repairs,
      [word({ from: to, to: core, relation: "closes" })],
      [
        "item:1#12 closes item:2#42 certain",
        "item:2#42 closes item:1#12 ambiguous",
        "item:3#42 closes item:1#12 ambiguous",
      ],
    ],
  ] as const)("%s", (_name, all, decisions, expected) => {
    expect(read(personLinks(all, decisions))).toEqual(expected);
    expect(personLinks(personLinks(all, decisions), decisions)).toEqual(
      personLinks(all, decisions),
    );
  });
});

test("of three readings one is rejected and one picked: the third goes too", () => {
  const three = [
    repository(SHOP, "shop", { issues: [100], pulls: [42] }),
    repository(CORE, "core", { pulls: [42] }),
    repository(CP, "cp", { pulls: [42] }),
  ];
  const tracking = { repositoryId: SHOP, number: 100 };
  const comments = [{ ...tracking, externalId: "1", body: "see #42" }];
  const given = { repositories: three, issues: [], pulls: [], gates: [], comments, tracking };
  const { links } = linksOf({ ...given, gapOf: () => null });
  const home: Endpoint = { kind: "issue", ...tracking };
  const at = (repositoryId: number, more: Partial<LinkDecision>) =>
    word({ from: home, to: { kind: "pull", repositoryId, number: 42 }, relation: "refs", ...more });
  const decisions = [at(CP, { value: "reject" }), at(CORE, { id: 2 })];
  expect(said(personLinks(links, decisions))).toEqual(["refs item:2#42 certain mention"]);
});

const bodies = fc
  .array(
    fc.constantFrom(
      "covers #12",
      "regression test for #12",
      "Covers: #12",
      "fixes #12",
      "## core\n\ncovers #12",
      "words",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join("\n\n"));

test("a rejected link never comes back, whatever the texts say later", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const left = said(personLinks(linksIn(body), [word({ value: "reject" })]));
      expect(left.filter((each) => each.startsWith("covers item:1#12"))).toEqual([]);
    }),
  );
});

test("deciding twice is deciding once, and the order of the words does not matter", () => {
  const words = fc.array(
    fc.record({
      value: fc.constantFrom("confirm", "reject", "insufficient", null),
      relation: fc.constantFrom("covers", "closes", "refs"),
    } as const),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(bodies, words, (body, given) => {
      const decisions = given.map((each, index) => word({ ...each, id: index }));
      const once = personLinks(linksIn(body), decisions);
      expect(personLinks(once, decisions)).toEqual(once);
      expect(personLinks(linksIn(body), decisions.toReversed())).toEqual(once);
    }),
  );
});
