import { formatShare } from "#/lib/coverage/format-share.ts";

/** A prediction beside the truth; a prediction that is unknown was not made, so it counts as no. */
export type Case = {
  readonly truth: boolean;
  readonly predicted: boolean | "unknown";
  readonly weight: number;
};

export type Confusion = {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
};

export type Scored = {
  /** Cases that were measured. */
  readonly n: number;
  /** Of these the ones without a prediction. */
  readonly unknown: number;
  readonly raw: Confusion;
  /** The same cases, each as many as it stands for. */
  readonly weighted: Confusion;
};

// Weights have three decimals; whole thousandths keep sums exact.
const PARTS = 1000;

/** Which field of the confusion table a case belongs to. */
export function fieldOf({ truth, predicted }: Case): keyof Confusion {
  if (predicted === true) return truth ? "tp" : "fp";
  return truth ? "fn" : "tn";
}

/** Counts cases into a confusion table, raw and weighted. */
export function score(cases: readonly Case[]): Scored {
  const raw = { tp: 0, fp: 0, fn: 0, tn: 0 };
  const parts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const each of cases) {
    raw[fieldOf(each)] += 1;
    parts[fieldOf(each)] += Math.round(each.weight * PARTS);
  }
  const { tp, fp, fn, tn } = parts;
  return {
    n: cases.length,
    unknown: cases.filter(({ predicted }) => predicted === "unknown").length,
    raw,
    weighted: { tp: tp / PARTS, fp: fp / PARTS, fn: fn / PARTS, tn: tn / PARTS },
  };
}

/** The share of what was predicted that is true, with its denominator. */
export const precision = ({ tp, fp }: Confusion): string => share(tp, tp + fp);

/** The share of what is true that was predicted, with its denominator. */
export const recall = ({ tp, fn }: Confusion): string => share(tp, tp + fn);

/** "78.0 % (32 of 41)"; weighted figures are shown to one decimal. */
export function share(part: number, of: number): string {
  const text = formatShare(Math.round(part * PARTS), Math.round(of * PARTS));
  return of === 0 ? text : `${text} (${shown(part)} of ${shown(of)})`;
}

const shown = (count: number): string =>
  Number.isInteger(count) ? String(count) : count.toFixed(1);
