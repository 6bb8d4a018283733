import { expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { judgeIssue } from "../judge-issue.ts";
import { type Bringer, coverOfIssue } from "./cover-of-issue.ts";
import { declaredClaims, withClaims } from "./declared-claims.ts";
import type { Endpoint, ForgeObject } from "./endpoint.ts";
import { issueFacts } from "./issue-facts.ts";
import { type LinkDecision, personLinks } from "./person-links.ts";

const gap: Endpoint = { kind: "gap", number: 3 };
const pull = (number: number): ForgeObject => ({ kind: "pull", repositoryId: 1, number });
const word = (value: LinkDecision["value"], number: number): LinkDecision => ({
  id: 1,
  from: pull(number),
  to: gap,
  relation: "covers",
  value,
  reason: "It asks another service.",
  actor: "reviewer",
});
const bringer = (rung: "none" | "tested" | "gated", merged = true): Bringer => ({
  mergedAt: merged ? new Date(0) : null,
  revertedBy: null,
  standing: known({
    rung,
    missed: rung === "none" ? "tested" : null,
    unknownAbove: null,
    evidence: [],
  }),
});

function resolved(bringers: ReadonlyMap<number, Bringer>, words: readonly LinkDecision[] = []) {
  const claims = declaredClaims(gap, [...bringers.keys()].map(pull));
  const links = withClaims(personLinks([], words), claims);
  const cover = coverOfIssue(links, (from) =>
    from.kind === "pull" ? (bringers.get(from.number) ?? null) : null,
  );
  const facts = { ...issueFacts(cover, known(true)), state: "open", rung: "gated" } as const;
  const { resolution, standing } = judgeIssue(facts);
  return [resolution, standing.rung];
}

test.each([
  ["none named", [], "OPEN", "none"],
  ["one that is not merged", [[7, bringer("gated", false)]], "OPEN", "none"],
  ["a merged one without a test", [[7, bringer("none")]], "PATCHED_NOT_GATED", "none"],
  ["a merged one below the policy's rung", [[7, bringer("tested")]], "PATCHED_NOT_GATED", "tested"],
  ["a merged one at the policy's rung", [[7, bringer("gated")]], "RESOLVED", "gated"],
  [
    "the best of several",
    [
      [7, bringer("none")],
      [8, bringer("gated")],
      [9, bringer("tested")],
    ],
    "RESOLVED",
    "gated",
  ],
] as const)("a gap with %s is %s", (_what, given, resolution, rung) => {
  expect(resolved(new Map(given))).toEqual([resolution, rung]);
});

test("what a person recorded as not enough wins over what the declaration claims of the same pull request", () => {
  const bringers = new Map([[7, bringer("gated")]]);
  expect(resolved(bringers, [word("insufficient", 7)])).toEqual(["GATE_INSUFFICIENT", "none"]);
  expect(resolved(bringers, [word("insufficient", 8)])[0]).toBe("RESOLVED");
});
