import { z } from "zod";
import { RUNGS } from "../rung/rungs.ts";
import { VERDICTS } from "../verdict.ts";

const Count = z.int().nonnegative();
const TallyShape = z.object({
  inScope: Count,
  covered: Count,
  gap: Count,
  waived: Count,
  unknown: Count,
});

/** What a program's figures are under one policy: at that policy's rung, and by the founding audit's rule, which no policy changes. */
export const TrialFigures = z.object({
  rung: z.enum(RUNGS).exclude(["none"]),
  fixes: TallyShape,
  issues: TallyShape,
  hasTest: TallyShape,
});
export type TrialFigures = z.infer<typeof TrialFigures>;

/** What an item is under a policy; `out` is out of its scope. */
export const ITEM_STATES = [...VERDICTS, "out"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** One item that another policy would judge otherwise. */
export const TrialFlip = z.object({
  /** Its number; null where it was never an item. */
  item: z.int().nullable(),
  naturalKey: z.string(),
  population: z.enum(["fix", "issue"]),
  /** The repository's alias in the program. */
  alias: z.string(),
  /** Null of what nothing on a forge stands behind. */
  number: z.int().nullable(),
  title: z.string(),
  from: z.enum(ITEM_STATES),
  to: z.enum(ITEM_STATES),
  /** Why it would be so, in a sentence. */
  why: z.string(),
});
export type TrialFlip = z.infer<typeof TrialFlip>;

/** What would change if other rules were in force; nothing of it counts. */
export const TrialResult = z.object({
  /** The version that was in force. */
  version: z.int().positive(),
  before: TrialFigures,
  after: TrialFigures,
  /** All that would change, none left out. */
  flips: z.array(TrialFlip),
});
export type TrialResult = z.infer<typeof TrialResult>;
