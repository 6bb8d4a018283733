import type { PlanGap, PlanView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";
import { loadPlanKeys } from "#/lib/store/load-plan-keys.ts";
import { loadPlanWords } from "#/lib/store/load-plan-words.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { planEntries } from "./plan-entries.ts";
import { withAbsent } from "./plan-order.ts";
import { type ItemRow, readDeclaredOpen, readPlanItems, readWork } from "./plan-rows.ts";
import { readPullEffects } from "./pull-effects.ts";

/** The dispatch plan of a program at a measure, its policy's unless asked: what to do next, by whom, and what it is worth. */
export async function readPlanOrThrow(input: {
  slug: string;
  clock: Date;
  actorId: number | null;
  measure?: Measure | undefined;
}): Promise<PlanView> {
  const { clock, actorId } = input;
  const program = await findProgramOrThrow(input.slug);
  const { id, policy } = program;
  const measure = input.measure ?? policy.rules.rung;
  const [items, work, declared, words] = await Promise.all([
    readPlanItems(id, measure),
    readWork(id, measure),
    readDeclaredOpen(id, policy.rules.rung),
    loadPlanWords(id),
  ]);
  const manual = words.order?.value ?? [];
  const [known, pulls] = await Promise.all([
    loadPlanKeys(db, id, manual),
    readPullEffects({ program, measure, items }),
  ]);
  const plan = planEntries({ items, work, declared, words, clock, actorId });
  const { order, byHand } = withAbsent(plan.order, manual, known);
  const ordered = words.order;
  return {
    measure,
    policy: { name: policy.rules.name, version: policy.version },
    ...figuresOf(items, plan.rest.length),
    entries: [...plan.entries],
    spare: plan.spare.map(({ key, kind, title, why, items: own }) => ({
      key,
      kind,
      title,
      why,
      alone: own.length,
    })),
    rest: restOf(plan.rest),
    order: [...order],
    byHand,
    ordered: ordered && { word: ordered.word, by: ordered.by, at: ordered.at.toISOString() },
    pulls,
  };
}

function figuresOf(items: readonly ItemRow[], left: number) {
  const counted = (asked: ItemRow["verdict"]) =>
    items.filter(({ verdict }) => verdict === asked).length;
  const [covered, gaps] = [counted("covered"), counted("gap")];
  const of = covered + gaps;
  return {
    now: { covered, of },
    done: { covered: of - left, of },
    gaps,
    unknown: counted("unknown"),
  };
}

function restOf(open: readonly PlanGap[]): PlanView["rest"] {
  const byAlias = Map.groupBy(open, ({ alias }) => alias);
  return [...byAlias]
    .map(([alias, items]) => ({ alias, gaps: items.length, items }))
    .toSorted((one, other) => (one.alias < other.alias ? -1 : 1));
}
