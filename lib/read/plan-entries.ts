import type { PlanEntryView, PlanGap } from "#/lib/contract/plan.ts";
import { NORMAL_PRIORITY } from "#/lib/coverage/leverage/order-plan.ts";
import { startProgress } from "#/lib/coverage/leverage/progress.ts";
import { stateOf } from "#/lib/coverage/leverage/state-of.ts";
import type { PlanWords } from "#/lib/store/load-plan-words.ts";
import { type Entry, inOrder, oldest } from "./plan-order.ts";
import type { DeclaredRow, ItemRow, WorkRow } from "./plan-rows.ts";

type Facts = {
  readonly items: readonly ItemRow[];
  readonly work: readonly WorkRow[];
  readonly declared: readonly DeclaredRow[];
  readonly words: PlanWords;
  /** Leases run by the clock, also in a program that stands still. */
  readonly clock: Date;
  readonly actorId: number | null;
};

type Planned = {
  readonly entries: readonly PlanEntryView[];
  readonly spare: readonly WorkRow[];
  /** The keys of both, as they stand. */
  readonly order: readonly string[];
  /** The gaps that none of them closes. */
  readonly rest: readonly PlanGap[];
};

/** The entries of a plan in the order in which they are worked off, each with what it closes that nothing before it does; and the work that is left with nothing to close. */
export function planEntries(facts: Facts): Planned {
  const open = new Map(
    facts.items.flatMap((item) => (item.verdict === "gap" ? [[item.item, item] as const] : [])),
  );
  const progress = startProgress(
    facts.items.map(({ item, alias, verdict }) => ({ naturalKey: String(item), alias, verdict })),
  );
  const entries: PlanEntryView[] = [];
  const spare: WorkRow[] = [];
  const ordered = inOrder(facts, open);
  for (const entry of ordered) {
    const { work, declared } = entry;
    const gaps = work ? work.items.flatMap((item) => open.get(item) ?? []) : [declared];
    if (work && gaps.length === 0) {
      spare.push(work);
      continue;
    }
    for (const { item } of gaps) open.delete(item);
    const change = work ? progress.close(gaps.map(({ item }) => String(item))) : null;
    entries.push(viewOf(entry, gaps, change, facts));
  }
  const rest = [...open.values()].map((gap) => gapView(gap, facts));
  return { entries, spare, order: ordered.map(({ key }) => key), rest };
}

function viewOf(
  { key, work, declared, priority }: Entry,
  gaps: readonly ItemRow[],
  change: ReturnType<ReturnType<typeof startProgress>["close"]> | null,
  facts: Facts,
): PlanEntryView {
  const { assignees, priorities } = facts.words;
  const shown = gaps.map((gap) => gapView(gap, facts));
  const assignee = assignees.get(key);
  const signOff = work?.signOff ?? null;
  return {
    key,
    kind: work?.kind ?? "declared",
    title: work?.title ?? declared?.title ?? key,
    why: work?.why ?? declared?.note ?? "",
    state: stateOf({
      signOff,
      // Nobody can record one yet.
      signed: false,
      claimed: shown.filter(({ claim }) => claim !== null).length,
      assigned: assignee !== undefined,
    }),
    signOff,
    priority: priority ?? NORMAL_PRIORITY,
    priorityBy: priorities.get(key)?.by ?? null,
    assignee: assignee
      ? { name: assignee.value, by: assignee.by, at: assignee.at.toISOString() }
      : null,
    alias: work ? work.repository : (declared?.alias ?? null),
    gate: work?.gateId != null && work.gate !== null ? { id: work.gateId, name: work.gate } : null,
    cluster: work?.cluster ?? null,
    gaps: shown,
    alone: work ? work.items.length : 1,
    program: change?.program ?? null,
    repositories: (change?.repositories ?? []).map(({ repository, ...rest }) => ({
      alias: repository,
      ...rest,
    })),
    oldestAt: oldest(gaps)?.toISOString() ?? null,
  };
}

function gapView(gap: ItemRow, { clock, actorId }: Pick<Facts, "clock" | "actorId">): PlanGap {
  const { item, number, alias, title, enteredAt, by, byKind, grantedAt, expiresAt } = gap;
  const held = by !== null && grantedAt !== null && expiresAt !== null && expiresAt > clock;
  return {
    item,
    number,
    alias,
    title,
    enteredAt: enteredAt.toISOString(),
    claim: held
      ? {
          by,
          byKind: byKind ?? "",
          grantedAt: grantedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          mine: gap.actorId === actorId,
        }
      : null,
  };
}
