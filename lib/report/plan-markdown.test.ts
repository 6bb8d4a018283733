import { expect, test } from "vitest";
import { renderPlanMarkdown } from "./plan-markdown.ts";
import { SAMPLE_PLAN, SAMPLE_PROGRAM } from "./testing/sample-plan.ts";

const rendered = (more: Partial<typeof SAMPLE_PLAN> = {}) =>
  renderPlanMarkdown({ program: SAMPLE_PROGRAM, plan: { ...SAMPLE_PLAN, ...more } });

test("a plan as Markdown; what others wrote is text and nothing else", () => {
  expect(rendered()).toMatchInlineSnapshot(`
    "## Plan: Every issue \\| wired \\<b\\>

    - measure blocking, policy blocking, version 3, as of 12 Jun 2026, 18:00 UTC
    - covered now 4 of 8, 50.0 %, with everything in the plan done 7 of 8, 87.5 %
    - 1 fix unknown, in no figure
    - in the order by rule: priority, then the gaps that each closes, then age

    | place | priority | work | kind | state | who | closes | before → after |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 1 | P1 | One new gate for \\| deploy \\*scripts\\* | new gate | dispatching | @​team \\| #​1 \\<i\\> | 2 of cp’s 3 gaps | cp 25.0 % → 75.0 %, program 50.0 % → 75.0 % |
    | 2 | P2 | One new gate for boot | new gate | awaiting sign-off | nobody | 1 of cp’s 3 gaps | cp 75.0 % → 100.0 %, program 75.0 % → 87.5 % |
    | 3 | P3 | rotation smoke test | declared gap | queued | nobody | GAP-9 | another population |

    ### Waits for a sign-off

    - 2, One new gate for boot: blocked by the CTO’s sign-off: none recorded

    ### No work closes 1 gap

    - core, 1 gap: GAP-4
    "
  `);
});

test("who ordered it by hand is said, and when", () => {
  const ordered = { word: 7, by: "Kim", at: "2026-06-12T09:30:00.000Z" };
  expect(rendered({ ordered })).toContain("- ordered by hand by Kim, 12 Jun 2026, 09:30 UTC");
});

test.each([
  ["no fix at all", { now: { covered: 0, of: 0 }, gaps: 0 }, "Nothing to do: there is no gap."],
  ["gaps that nothing closes", { gaps: 4 }, "No piece of work closes a gap."],
])("of %s no table is made", (_what, more, said) => {
  const text = rendered({ ...more, entries: [] });
  expect(text).toContain(said);
  expect(text).not.toContain("| --- |");
});

test.each([
  ["nothing is counted there is no percentage", 0, "covered now no data, with"],
  ["only unknown ones are counted there are bounds", 2, "covered now 0 – 100.0 %, with"],
])("where %s", (_what, unknown, said) => {
  expect(rendered({ now: { covered: 0, of: 0 }, unknown })).toContain(said);
});

test("of many gaps that nothing closes fifty are named, and how many more there are", () => {
  const [core] = SAMPLE_PLAN.rest;
  const items = Array.from({ length: 1200 }, (_, item) => ({ ...core?.items[0], item }));
  const rest = [{ alias: "core", gaps: 1200, items }] as typeof SAMPLE_PLAN.rest;
  const text = rendered({ rest });
  expect(text).toContain("### No work closes 1,200 gaps");
  expect(text).toContain("GAP-49 and 1150 more");
  expect(text.length).toBeLessThan(3000);
});
