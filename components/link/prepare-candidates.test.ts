import { expect, test } from "vitest";
import type { CandidateGate } from "#/lib/contract/item.ts";
import type { LinkView } from "#/lib/contract/links.ts";
import { prepareCandidates } from "./prepare-candidates.ts";
import { gateEnd, linkOf } from "./testing/link-of.ts";

const GATE: CandidateGate = {
  id: 7,
  repositoryId: 1,
  alias: "cp",
  gate: "ci.yml:e2e",
  name: "e2e",
  kind: "e2e",
  masked: false,
  runsOnPullRequest: true,
  holds: 2,
  why: "It runs in the same repository.",
};
const from = gateEnd("ci.yml:e2e");
const notEnough = { value: "insufficient", reason: "a", actor: "b" } as const;

test.each([
  ["an unlinked gate", [], null],
  ["a gate whose name says it", [linkOf({ from })], "covers"],
  ["one that is recorded as not enough", [linkOf({ from, decided: notEnough })], "insufficient"],
  ["one that only mentions it", [linkOf({ from, relation: "refs" })], "mentions"],
  ["another gate is linked", [linkOf({ from: gateEnd("ci.yml:unit") })], null],
] as const)("%s", (_what, links: readonly LinkView[], linked) => {
  const [candidate] = prepareCandidates({ candidates: [GATE], links: [...links] });
  expect([candidate?.linked, candidate?.end]).toEqual([linked, from.end]);
});

test.each([
  ["nothing speaks against a gate that blocks", {}, 0],
  ["a masked one stops nothing", { masked: true }, 1],
  ["one that does not run on pull requests stops nothing", { runsOnPullRequest: false }, 1],
  ["both are said", { masked: true, runsOnPullRequest: false }, 2],
])("%s", (_what, more, warnings) => {
  const [candidate] = prepareCandidates({ candidates: [{ ...GATE, ...more }], links: [] });
  expect(candidate?.warnings).toHaveLength(warnings);
});
