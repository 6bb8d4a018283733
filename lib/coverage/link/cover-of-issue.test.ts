import { describe, expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { judgeIssue } from "../judge-issue.ts";
import type { Standing } from "../verdict.ts";
import { type Bringer, coverOfIssue } from "./cover-of-issue.ts";
import { type Endpoint, keyOf } from "./endpoint.ts";
import { indexLinks } from "./index-links.ts";
import { issueFacts } from "./issue-facts.ts";
import { laterCovers } from "./later-covers.ts";
import { type LinkItem, linksOf } from "./links-of.ts";
import { type LinkDecision, personLinks } from "./person-links.ts";
import { CORE, repository, SHOP } from "./testing/repositories.ts";

const GATED: Standing = { rung: "gated", missed: null, unknownAbove: null, evidence: [] };
const NO_TEST: Standing = { rung: "none", missed: "tested", unknownAbove: null, evidence: [] };
const merged = (standing: Standing, more: Partial<Bringer> = {}): Bringer => ({
  mergedAt: new Date(Date.UTC(2026, 0, 9)),
  revertedBy: null,
  standing: known(standing),
  ...more,
});

const repositories = [
  repository(SHOP, "shop", { issues: [5, 12], pulls: [40, 41] }),
  repository(CORE, "core", { issues: [5] }),
];
const issue: Endpoint = { kind: "issue", repositoryId: SHOP, number: 12 };
const gate: Endpoint = { kind: "gate", repositoryId: SHOP, gate: "e2e.yml:list" };
const mapped: LinkDecision = {
  id: 1,
  from: gate,
  to: issue,
  relation: "covers",
  value: "confirm",
  reason: "It opens the list.",
  actor: "reviewer",
};

type Given = {
  bodies?: readonly string[];
  issueBody?: string;
  bringers?: readonly Bringer[];
  decisions?: readonly LinkDecision[];
  to?: Endpoint;
};

/** What pull requests 40, 41 … with these descriptions bring issue 12 of shop. */
function coverOf({
  bodies = [],
  issueBody = "",
  bringers = [],
  decisions = [],
  to = issue,
}: Given) {
  const pulls = bodies.map(
    (body, index): LinkItem => ({ repositoryId: SHOP, number: 40 + index, title: "a", body }),
  );
  const issues = [{ repositoryId: SHOP, number: 12, title: "It stops", body: issueBody }];
  const { links } = linksOf({
    repositories,
    issues,
    pulls,
    gates: [],
    comments: [],
    tracking: null,
    gapOf: () => null,
  });
  const bringerOf = (from: Endpoint) =>
    from.kind === "gate"
      ? merged(GATED, { mergedAt: null })
      : from.kind === "pull"
        ? (bringers[from.number - 40] ?? null)
        : null;
  return coverOfIssue(indexLinks(personLinks(links, decisions))(to), bringerOf);
}

/** Keys of what patches, of what covers, notes of what is insufficient, and how much is undecided. */
function short(given: Given) {
  const cover = coverOf(given);
  return [
    cover.patchedBy.map(({ by }) => keyOf(by)),
    cover.coveredBy.map(({ by }) => keyOf(by)),
    cover.insufficient.map(({ note }) => note),
    cover.undecided.length,
  ];
}

describe("what brings an issue what", () => {
  const one = [merged(GATED)];
  test.each([
    ["a mention brings nothing", { bodies: ["see #12"], bringers: one }, [[], [], [], 0]],
    [
      "a repair patches and covers nothing",
      { bodies: ["Fixes #12"], bringers: one },
      [["item:1#40"], [], [], 0],
    ],
    [
      "what it names as its repair patches it",
      { bodies: ["a"], issueBody: "Fixed by #40", bringers: one },
      [["item:1#40"], [], [], 0],
    ],
    [
      "a gate that says so covers",
      { bodies: ["covers #12"], bringers: one },
      [[], ["item:1#40"], [], 0],
    ],
    [
      "one may do both",
      { bodies: ["Fixes #12\n\nAdds a regression test for #12"], bringers: one },
      [["item:1#40"], ["item:1#40"], [], 0],
    ],
    [
      "what is not merged does nothing",
      { bodies: ["Fixes #12, covers #12"], bringers: [merged(GATED, { mergedAt: null })] },
      [[], [], [], 0],
    ],
    [
      "what was taken back does nothing",
      { bodies: ["Fixes #12, covers #12"], bringers: [merged(GATED, { revertedBy: 50 })] },
      [[], [], [], 0],
    ],
    [
      "what adds no test covers nothing",
      { bodies: ["covers #12"], bringers: [merged(NO_TEST)] },
      [[], [], [], 0],
    ],
    [
      "what could not be judged may cover",
      { bodies: ["covers #12"], bringers: [merged(GATED, { standing: unknown("no files") })] },
      [[], ["item:1#40"], [], 0],
    ],
    [
      "a gate that a person mapped covers",
      { decisions: [mapped] },
      [[], ["gate:1:e2e.yml:list"], [], 0],
    ],
    [
      "a gate that a person found wanting does not",
      { decisions: [{ ...mapped, value: "insufficient", reason: "Only the proxy." } as const] },
      [[], [], ["Only the proxy."], 0],
    ],
    ["a plan covers nothing", { bodies: ["- [ ] covers #12"], bringers: one }, [[], [], [], 0]],
    [
      "a likely repair patches",
      { bodies: ["Fixes #5, #12"], bringers: one },
      [["item:1#40"], [], [], 0],
    ],
  ])("%s", (_name, given: Given, expected) => {
    expect(short(given)).toEqual(expected);
  });

  test("a claim that is only likely waits for a person, and then covers", () => {
    const to: Endpoint = { kind: "issue", repositoryId: CORE, number: 5 };
    const given = { bodies: ["For core this covers #5"], bringers: one, to };
    expect(short(given)).toEqual([[], [], [], 1]);
    const from: Endpoint = { kind: "pull", repositoryId: SHOP, number: 40 };
    expect(short({ ...given, decisions: [{ ...mapped, from, to }] })).toEqual([
      [],
      ["item:1#40"],
      [],
      0,
    ]);
  });

  test("a claim without effect says why", () => {
    const bodies = ["covers #12", "covers #12"];
    const bringers = [merged(NO_TEST), merged(GATED, { revertedBy: 50 })];
    expect(coverOf({ bodies, bringers }).withoutEffect.map(({ why }) => why)).toEqual([
      "It adds no test.",
      "#50 took it back.",
    ]);
  });
});

describe("how an issue is judged by it", () => {
  const READ = known(true as const);
  const both = { bodies: ["Fixes #12", "covers #12"], bringers: [merged(NO_TEST), merged(GATED)] };
  const wanting = { ...mapped, value: "insufficient" } as const;
  test.each([
    ["no link: open", {}, READ, "OPEN", "none", "tested"],
    [
      "a repair: not gated",
      { bodies: ["Fixes #12"], bringers: [merged(GATED)] },
      READ,
      "PATCHED_NOT_GATED",
      "none",
      "tested",
    ],
    ["a repair and a gate: resolved", both, READ, "RESOLVED", "gated", null],
    [
      "a gate alone: open",
      { bodies: ["covers #12"], bringers: [merged(GATED)] },
      READ,
      "OPEN",
      "none",
      "tested",
    ],
    [
      "a gate that does not suffice",
      { bodies: ["Fixes #12"], bringers: [merged(GATED)], decisions: [wanting] },
      READ,
      "GATE_INSUFFICIENT",
      "none",
      "tested",
    ],
    ["no link so far, and not all was read", {}, unknown("not read"), null, "none", null],
    ["enough, though not all was read", both, unknown("not read"), "RESOLVED", "gated", null],
  ])("%s", (_name, given: Given, read, resolution, rung, missed) => {
    const facts = issueFacts(coverOf(given), read);
    const judged = judgeIssue({ state: "open", rung: "gated", ...facts });
    expect([judged.resolution, judged.standing.rung, judged.standing.missed]).toEqual([
      resolution,
      rung,
      missed,
    ]);
  });

  test("a claim that waits for a person leaves open whether a gate is linked", () => {
    const to: Endpoint = { kind: "issue", repositoryId: CORE, number: 5 };
    const cover = coverOf({ bodies: ["For core this covers #5"], bringers: [merged(GATED)], to });
    expect(issueFacts(cover, READ).linked).toMatchObject({ known: false });
  });
});

describe("whose tests count for a fix", () => {
  const fix = {
    endpoint: { kind: "pull", repositoryId: SHOP, number: 41 },
    mergedAt: new Date(Date.UTC(2026, 0, 5)),
  } as const;
  const at = (day: number) => merged(GATED, { mergedAt: new Date(Date.UTC(2026, 0, day)) });
  const coversOf = (body: string, bringer: Bringer) => {
    const pulls = [{ repositoryId: SHOP, number: 40, title: "a", body }];
    const { links } = linksOf({
      repositories,
      issues: [],
      pulls,
      gates: [],
      comments: [],
      tracking: null,
      gapOf: () => null,
    });
    return laterCovers(fix, indexLinks(links)(fix.endpoint), () => bringer).coveredBy.map(
      ({ by }) => keyOf(by),
    );
  };
  test.each([
    ["a later one that covers it", "covers #41", at(6), ["item:1#40"]],
    ["an earlier one does not", "covers #41", at(4), []],
    ["one that mentions it does not", "see #41", at(6), []],
    ["one without a test does not", "covers #41", merged(NO_TEST), []],
  ])("%s", (_name, body, bringer, expected) => {
    expect(coversOf(body, bringer)).toEqual(expected);
  });
});
