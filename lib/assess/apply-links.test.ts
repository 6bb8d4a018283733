import { expect, test } from "vitest";
import type { Bringer } from "#/lib/coverage/link/cover-of-issue.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import type { Evidence, Standing } from "#/lib/coverage/verdict.ts";
import { known } from "#/lib/facts/known.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";
import { applyLinks } from "./apply-links.ts";

const MERGED = new Date("2026-06-01T00:00:00Z");
const shown = (rung: Evidence["rung"], gate: string | null): Evidence => ({
  rule: "r",
  rung,
  path: "e2e/x.spec.ts",
  gate,
  note: "It counts.",
});
const BLOCKING: Standing = {
  rung: "blocking",
  missed: null,
  unknownAbove: null,
  evidence: [shown("tested", null), shown("gated", "ci.yml:e2e"), shown("blocking", "ci.yml:e2e")],
};
const NONE: Standing = { rung: "none", missed: "tested", unknownAbove: null, evidence: [] };

const FIX: JudgedItem = {
  naturalKey: "fix:1:10",
  kind: "fix",
  population: "fix",
  repositoryId: 1,
  alias: "core",
  number: 10,
  title: "fix: a",
  author: null,
  url: null,
  labels: [],
  enteredAt: MERGED,
  fixKind: "fix",
  why: [],
  standing: NONE,
  takenBack: false,
  resolution: null,
  verdicts: new Map([
    ["has_test@1", "gap"],
    ["blocking", "gap"],
  ]),
  paths: ["src/a.go"],
};
const LINK: Link = {
  from: { kind: "pull", repositoryId: 1, number: 11 },
  to: { kind: "pull", repositoryId: 1, number: 10 },
  relation: "covers",
  method: "covers-words",
  resolvedBy: "home-number",
  certainty: "certain",
  place: "body",
  line: 1,
  quote: "covers #10",
  held: null,
  alternatives: [],
  decided: null,
  also: [],
};
const LATER: Bringer = { mergedAt: MERGED, revertedBy: null, standing: known(BLOCKING) };

function applied(more: { item?: Partial<JudgedItem>; bringer?: Bringer | null; runs?: boolean }) {
  const { item, bringer = LATER, runs = true } = more;
  const [found] = applyLinks([{ ...FIX, ...item }], {
    linksTo: () => [LINK],
    bringerOf: () => bringer,
    nameOf: () => "core#11",
    mayRunFor: () => runs,
  });
  return found;
}

test("a fix stands as high as the later pull request that covers it, and the audit's own measure stays", () => {
  const item = applied({});
  expect(item?.standing.rung).toBe("blocking");
  expect([...(item?.verdicts ?? [])]).toEqual([
    ["has_test@1", "gap"],
    ["blocking", "covered"],
  ]);
  expect(item?.standing.evidence[0]?.note).toMatch(/^By core#11/);
});

test("a gate that the files of the fix would not start brings no more than its test", () => {
  const item = applied({ runs: false });
  expect(item?.standing).toMatchObject({ rung: "tested", missed: "gated" });
  expect(item?.verdicts.get("blocking")).toBe("gap");
});

test("nothing is brought to a fix that was taken back", () => {
  expect(applied({ item: { takenBack: true } })?.standing).toBe(NONE);
});

test("what could not be read leaves open what it brings", () => {
  const item = applied({ bringer: null });
  expect(item?.verdicts.get("blocking")).toBe("unknown");
  expect(item?.standing.unknownAbove?.missing).toMatch(/could not be read/);
});
