import { expect, test } from "vitest";
import type { IssueCover } from "#/lib/coverage/link/cover-of-issue.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import type { ClosingPull, DeclaredGapRow } from "#/lib/store/load-declared-gaps.ts";
import { judgeDeclared } from "./judge-declared.ts";
import { REPOSITORY } from "./testing/rows.ts";

const NO_COVER: IssueCover = {
  patchedBy: [],
  coveredBy: [],
  insufficient: [],
  undecided: [],
  unread: [],
  withoutEffect: [],
};
const pull = (more: Partial<ClosingPull> = {}): ClosingPull => ({
  repositoryId: 1,
  number: 7,
  alias: "core",
  state: "merged",
  ...more,
});
const gap = (more: Partial<DeclaredGapRow> = {}): DeclaredGapRow => ({
  id: 5,
  repositoryId: 1,
  title: "nothing asks for the new key",
  at: new Date("2026-06-01T00:00:00Z"),
  by: "kimi",
  item: null,
  closedBy: [],
  ...more,
});
const judge = (gaps: readonly DeclaredGapRow[], cover: IssueCover = NO_COVER) =>
  judgeDeclared({
    repository: REPOSITORY,
    gaps,
    rules: PolicyRules.parse(PRESETS.gated),
    coverOf: () => cover,
  });
const by = { kind: "pull", repositoryId: 1, number: 7 } as const;

test("a declared gap is an item of its repository, counted with the issues, without a number on a forge", () => {
  const [item, ...more] = judge([gap(), gap({ id: 6, repositoryId: 2 })]);
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    naturalKey: "declared:5",
    kind: "declared",
    population: "issue",
    number: null,
    url: null,
    author: "kimi",
    enteredAt: new Date("2026-06-01T00:00:00Z"),
    resolution: "OPEN",
  });
  expect(item?.verdicts.get("gated")).toBe("gap");
  expect(item?.verdicts.has("has_test@1")).toBe(false);
});

test.each([
  ["one that is not there", pull({ state: null }), NO_COVER, "core#7 is not there"],
  ["a repository out of scope", pull({ alias: null }), NO_COVER, "not in the program’s scope"],
  [
    "one that brings nothing",
    pull(),
    { ...NO_COVER, withoutEffect: [{ by, why: "It adds no test." }] },
    "core#7: It adds no test.",
  ],
  [
    "a merged one",
    pull(),
    {
      ...NO_COVER,
      patchedBy: [{ by, method: "person", quote: "", mergedAt: new Date(0) }],
    },
    "core#7 is merged",
  ],
  [
    "one that could not be read",
    pull(),
    { ...NO_COVER, unread: [{ by, relation: "closes" }] },
    "core#7: what it brings could not be read",
  ],
] as const)("the reason tells of %s", (_what, closing, cover, said) => {
  const [item] = judge([gap({ closedBy: [closing] })], cover);
  expect(item?.why.at(-1)).toMatch(/^closed-by: /);
  expect(item?.why.at(-1)).toContain(said);
});
