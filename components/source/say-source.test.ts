import { expect, test } from "vitest";
import type { SourceView } from "#/lib/contract/sources.ts";
import { sayBudgets, troubleOf } from "./say-source.ts";
import { before, NOW, repository, source } from "./testing/views.ts";

const whole = [repository({ lastGoodRun: before(30) }), repository({ id: 2 })];
const KEPT = "The last whole figures stay, from 12 Jun 2026, 17:30 UTC.";

test.each<[string, Partial<SourceView>, string, string]>([
  [
    "a refused token",
    { state: "refused", stateSince: before(60), repositories: whole },
    "The forge refuses the token since 12 Jun 2026, 17:00 UTC.",
    `Replace the token below. ${KEPT}`,
  ],
  [
    "a forge that is down",
    { state: "failed", stateSince: before(20), repositories: whole },
    "Syncing fails since 12 Jun 2026, 17:40 UTC, for 20 minutes.",
    `It is tried again every ten minutes and goes on from where it was; “Sync now” tries at once. ${KEPT}`,
  ],
  [
    "one that was down from the beginning",
    { state: "failed" },
    "Syncing fails.",
    "It is tried again every ten minutes and goes on from where it was; “Sync now” tries at once. Nothing was read whole yet, so there are no figures.",
  ],
  [
    "a limit that is used up",
    { state: "waiting", resumesAt: before(-12), repositories: whole },
    "The forge’s limit for this token is used up.",
    `It goes on by itself at 12 Jun 2026, 18:12 UTC, in 12 minutes. ${KEPT}`,
  ],
])("of %s is said what is wrong and what comes next", (_what, given, what, next) => {
  const said = "Read from the forge.";
  expect(troubleOf(source({ stateReason: said, ...given }), NOW)).toEqual({
    what,
    next,
    said: given.state === "waiting" ? null : said,
  });
});

test("of a source that answers no trouble is said", () => {
  expect(troubleOf(source(), NOW)).toBeNull();
});

test("what is left of a limit is said until it is whole again", () => {
  const budgets: SourceView["budgets"] = [
    { resource: "rest", remaining: 4200, resetAt: before(-15) },
    { resource: "graphql", remaining: 12, resetAt: before(1) },
  ];
  expect(sayBudgets(source({ budgets }), NOW)).toBe(
    "4,200 requests left until 12 Jun 2026, 18:15 UTC",
  );
  expect(sayBudgets(source({ budgets: budgets.slice(1) }), NOW)).toBeNull();
  expect(
    sayBudgets(source({ budgets: [{ resource: "rest", remaining: null, resetAt: null }] }), NOW),
  ).toBeNull();
});
