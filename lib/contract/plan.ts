import { z } from "zod";
import { PRIORITIES } from "#/lib/coverage/leverage/order-plan.ts";
import { PIECE_KINDS } from "#/lib/coverage/leverage/piece.ts";
import { ENTRY_STATES } from "#/lib/coverage/leverage/state-of.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { ClaimView } from "./gaps.ts";

/** The fraction of a percentage: covered, of covered and gap. */
const Fraction = z.object({ covered: z.int(), of: z.int() });
export type Fraction = z.infer<typeof Fraction>;
const Change = { before: Fraction, after: Fraction };

export const ENTRY_KINDS = [...PIECE_KINDS, "declared"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const PlanGap = z.object({
  item: z.int(),
  number: z.int().nullable(),
  alias: z.string(),
  title: z.string(),
  enteredAt: z.iso.datetime(),
  claim: ClaimView.nullable(),
});
export type PlanGap = z.infer<typeof PlanGap>;

export const PlanEntryView = z.object({
  key: z.string(),
  /** `declared`: a gap that somebody wrote down, work of its own. */
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  why: z.string(),
  state: z.enum(ENTRY_STATES),
  /** Who has to sign before it is dispatched; null where nobody has to. */
  signOff: z.enum(["cto"]).nullable(),
  priority: z.enum(PRIORITIES),
  /** Who said so of this entry; null where nobody did. */
  priorityBy: z.string().nullable(),
  assignee: z.object({ name: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
  alias: z.string().nullable(),
  gate: z.object({ id: z.int(), name: z.string() }).nullable(),
  cluster: z.string().nullable(),
  /** The gaps that it closes and nothing before it in the plan does. */
  gaps: z.array(PlanGap),
  /** How many gaps it would close by itself. */
  alone: z.int(),
  /** The program's figure with all before it done, and with it done too; null for what is of another population. */
  program: z.object(Change).nullable(),
  repositories: z.array(
    z.object({ alias: z.string(), closes: z.int(), gapsOfRepository: z.int(), ...Change }),
  ),
  oldestAt: z.iso.datetime().nullable(),
});
export type PlanEntryView = z.infer<typeof PlanEntryView>;

/** What merging an open pull request would close. */
export const PullEffectView = z.object({
  alias: z.string(),
  number: z.int(),
  title: z.string(),
  url: z.string().nullable(),
  closes: z.array(z.int()),
  /** What merging it changes, or why nothing. */
  text: z.string(),
});
export type PullEffectView = z.infer<typeof PullEffectView>;

const SpareView = z.object({
  key: z.string(),
  kind: z.enum(PIECE_KINDS),
  title: z.string(),
  why: z.string(),
  alone: z.int(),
});
export type SpareView = z.infer<typeof SpareView>;

export const PlanView = z.object({
  measure: z.enum(MEASURES),
  policy: z.object({ name: z.string(), version: z.int() }),
  now: Fraction,
  /** With everything in the plan done. */
  done: Fraction,
  gaps: z.int(),
  /** Fixes that are in no figure here, because a fact about them is missing. */
  unknown: z.int(),
  entries: z.array(PlanEntryView),
  /** Work that closes nothing once the entries before it are done. */
  spare: z.array(SpareView),
  /** Gaps that no piece of work closes, per repository. */
  rest: z.array(z.object({ alias: z.string(), gaps: z.int(), items: z.array(PlanGap) })),
  /** Every key in its place: the entries, what is spare, and what was ordered by hand at another measure. */
  order: z.array(z.string()),
  /** How many of `order`, from the first on, stand as a person put them; 0 where the rule alone decides. */
  byHand: z.int(),
  /** Who set an order by hand, and the number of that word; null where the rule alone decides. */
  ordered: z.object({ word: z.int(), by: z.string(), at: z.iso.datetime() }).nullable(),
  pulls: z.array(PullEffectView),
});
export type PlanView = z.infer<typeof PlanView>;

/** As many pieces as an order by hand may name. */
export const ORDER_MAX = 1000;
/** As long as the name of whoever has a piece of work may be. */
export const ASSIGNEE_MAX = 60;
// The largest integer of a Postgres `int`.
const ID_MAX = 2_147_483_647;

const key = z.string().min(1).max(500);

export const PlanWordInput = z.object({
  said: z.discriminatedUnion("verb", [
    z.object({
      verb: z.literal("order"),
      /** The keys in their order; what it does not name stands by rule. Null goes back to the order by rule. */
      value: z
        .array(key)
        .min(1, "name the pieces of work in their order; null goes back to the order by rule")
        .max(ORDER_MAX, `an order by hand names ${ORDER_MAX} pieces of work at most`)
        .nullable(),
      /** The number of the order by hand that this one was made from, null for none; refused when another is in force. Left out it is not asked. */
      instead: z.int().positive().max(ID_MAX).nullable().optional(),
    }),
    z.object({
      verb: z.literal("assign"),
      subject: key,
      value: z
        .string()
        .trim()
        .min(1, "name who has it")
        .max(ASSIGNEE_MAX, `write at most ${ASSIGNEE_MAX} signs`)
        .nullable(),
    }),
    z.object({ verb: z.literal("priority"), subject: key, value: z.enum(PRIORITIES).nullable() }),
  ]),
});
export type PlanWordInput = z.infer<typeof PlanWordInput>;
