import type { Rung } from "./rung/rungs.ts";

export const VERDICTS = ["covered", "gap", "waived", "unknown"] as const;

/** What is concluded of one item at one measure; `unknown` means a fact that could change the answer is missing. */
export type VerdictKind = (typeof VERDICTS)[number];

/** One thing a person can open to check a verdict: `gate` is `workflow:job`, or null where no gate is part of it. */
export type Evidence = {
  readonly rule: string;
  readonly rung: Rung;
  readonly path: string;
  readonly gate: string | null;
  /** Where path and gate are, when that is not the item's own repository. */
  readonly repositoryId?: number;
  readonly note: string;
};

/** How far an item's evidence climbs. */
export type Standing = {
  /** The highest rung that is certainly reached. */
  readonly rung: Rung;
  /** The lowest rung that is certainly missed; null when nothing above is certainly missed. */
  readonly missed: Rung | null;
  /** Why that rung is missed, in a sentence, where it takes more than the lack of evidence. */
  readonly missedBecause?: string;
  /** The lowest rung that could not be decided, with the missing fact; null when all were. */
  readonly unknownAbove: { readonly rung: Rung; readonly missing: string } | null;
  readonly evidence: readonly Evidence[];
};
