import type { PlanEntryView, PlanView } from "#/lib/contract/plan.ts";
import { blockedText, figureText, kindText, stateText } from "#/lib/contract/plan-text.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";
import { count, formatInstant, gapName } from "#/lib/format.ts";
import { escaped, markdownTable } from "./markdown-table.ts";

type Planned = {
  readonly program: Pick<ProgramView, "name" | "now" | "timeZone">;
  readonly plan: PlanView;
};

/** A dispatch plan as Markdown for an issue or a report: the order, who has what, what is blocked, and what no work closes. */
export function renderPlanMarkdown({ program, plan }: Planned): string {
  const blocks = [
    [`## Plan: ${escaped(program.name)}`],
    scopeLines({ program, plan }).map((line) => `- ${escaped(line)}`),
    orderTable(plan),
    blockedList(plan),
    restList(plan),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function scopeLines({ program, plan }: Planned): readonly string[] {
  const { measure, policy, now, done, ordered, unknown } = plan;
  return [
    `measure ${measure}, policy ${policy.name}, version ${policy.version}, as of ${formatInstant(program.now, program.timeZone)}`,
    `covered now ${figureText(now, unknown)}, with everything in the plan done ${figureText(done, unknown)}`,
    ...(unknown === 0 ? [] : [`${count(unknown, "fix", "fixes")} unknown, in no figure`]),
    ordered === null
      ? "in the order by rule: priority, then the gaps that each closes, then age"
      : `ordered by hand by ${ordered.by}, ${formatInstant(ordered.at, program.timeZone)}`,
  ];
}

const HEADS = ["place", "priority", "work", "kind", "state", "who", "closes", "before → after"];

function orderTable({ entries, gaps }: PlanView): readonly string[] {
  if (entries.length === 0)
    return [gaps === 0 ? "Nothing to do: there is no gap." : "No piece of work closes a gap."];
  const rows = entries.map((entry, at) => [
    String(at + 1),
    entry.priority,
    entry.title,
    kindText(entry.kind),
    stateText(entry.state),
    entry.assignee?.name ?? "nobody",
    closes(entry),
    entry.program === null ? "another population" : change(entry),
  ]);
  return markdownTable(HEADS, rows);
}

function closes({ gaps, repositories }: PlanEntryView): string {
  if (repositories.length === 0) return gaps.map(({ item }) => gapName(item)).join(", ");
  return repositories
    .map(
      ({ alias, closes: own, gapsOfRepository }) => `${own} of ${alias}’s ${gapsOfRepository} gaps`,
    )
    .join(", ");
}

function change({ repositories, program }: PlanEntryView): string {
  const all = program === null ? [] : [{ alias: "program", ...program }];
  return [...repositories, ...all]
    .map(({ alias, before, after }) => {
      const from = formatShare(before.covered, before.of);
      return `${alias} ${from} → ${formatShare(after.covered, after.of)}`;
    })
    .join(", ");
}

function blockedList({ entries }: PlanView): readonly string[] {
  const blocked = entries.flatMap((entry, at) => {
    const why = blockedText(entry);
    return why === null ? [] : [`- ${escaped(`${at + 1}, ${entry.title}: ${why}`)}`];
  });
  return blocked.length === 0 ? [] : ["### Waits for a sign-off", "", ...blocked];
}

// What somebody reads in an issue; the page lists all.
const NAMED_MAX = 50;

function restList({ rest }: PlanView): readonly string[] {
  if (rest.length === 0) return [];
  const all = rest.reduce((sum, { gaps }) => sum + gaps, 0);
  const lines = rest.map(({ alias, gaps, items }) => {
    const names = items.slice(0, NAMED_MAX).map(({ item }) => gapName(item));
    const more = gaps > names.length ? ` and ${gaps - names.length} more` : "";
    return `- ${escaped(`${alias}, ${count(gaps, "gap")}: ${names.join(", ")}${more}`)}`;
  });
  return [`### No work closes ${count(all, "gap")}`, "", ...lines];
}
