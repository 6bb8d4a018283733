import { expect, test } from "vitest";
import type { Rung } from "#/lib/coverage/rung/rungs.ts";
import { prepareLadder } from "./prepare-ladder.ts";

const row = (rung: Rung) => ({
  item: 1,
  kind: "fix" as const,
  alias: "cp",
  repository: "o/cp",
  number: 1,
  title: "fix(x): y",
  url: null,
  invented: false,
  enteredAt: "2026-06-12T00:00:00Z",
  priority: null,
  rung,
  verdict: "gap" as const,
  cluster: null,
  claim: null,
});
const states = (rung: Rung, missed: Rung | null, unknown: Rung | null) =>
  prepareLadder({
    row: row(rung),
    missed,
    unknownAbove: unknown === null ? null : { rung: unknown, missing: "no branch protection" },
  })
    .map((step) => `${step.rung}:${step.state}`)
    .join(" ");

test.each([
  [
    "nothing found",
    "none",
    "tested",
    null,
    "live:missed proven:missed blocking:missed executed:missed gated:missed tested:missed",
  ],
  [
    "gated, above not readable",
    "gated",
    null,
    "executed",
    "live:unknown proven:unknown blocking:unknown executed:unknown gated:reached tested:reached",
  ],
  [
    "an unknown between reached and missed",
    "gated",
    "blocking",
    "executed",
    "live:missed proven:missed blocking:missed executed:unknown gated:reached tested:reached",
  ],
  [
    "all of it",
    "live",
    null,
    null,
    "live:reached proven:reached blocking:reached executed:reached gated:reached tested:reached",
  ],
] as const)("%s", (_, rung, missed, unknown, expected) => {
  expect(states(rung, missed, unknown)).toBe(expected);
});

test("the missing fact stands at the rung that it decides", () => {
  const steps = prepareLadder({
    row: row("gated"),
    missed: null,
    unknownAbove: { rung: "executed", missing: "no statuses" },
  });
  expect(steps.filter((step) => step.why !== null)).toEqual([
    { rung: "executed", state: "unknown", why: "no statuses" },
  ]);
});
