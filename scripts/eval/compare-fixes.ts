import { isAuditFix } from "#/lib/coverage/audit-rule.ts";
import { heightOf } from "#/lib/coverage/rung/rungs.ts";
import type { AuditItem } from "#/lib/report/audit-document.ts";
import { type Case, type Confusion, fieldOf, type Scored, score } from "./confusion.ts";
import type { Judged } from "./judge-labelled.ts";
import type { Label } from "./label.ts";

type Predicted = Case["predicted"];

type Measure = {
  readonly name: string;
  readonly truth: (label: Label) => boolean;
  readonly engine: (item: AuditItem) => Predicted;
  /** The founding audit's rule `has_test@1` on the same row. */
  readonly baseline: (item: AuditItem) => Predicted;
};

export type Compared = {
  readonly measure: string;
  readonly engine: Scored;
  readonly baseline: Scored;
};

/** A pull request that the engine sees otherwise than its label, or does not decide, and in which measures. */
export type Miss = Judged & { readonly misses: readonly string[] };

const FIELD_NAMES: Readonly<Record<keyof Confusion, string>> = {
  tp: "right",
  fp: "false positive",
  fn: "false negative",
  tn: "right",
};

const isE2e = (test: string): boolean => test === "e2e" || test === "smoke";
const isExercised = (label: Label): boolean => label.isFix && label.exercisesFix === true;

export const MEASURES: readonly Measure[] = [
  {
    name: "is a fix",
    truth: (label) => label.isFix,
    engine: (item) => item.isFix ?? "unknown",
    baseline: (item) => isAuditFix(item.title),
  },
  {
    name: "tested, exercises the fix",
    truth: isExercised,
    engine: predictTested,
    baseline: predictHasTest,
  },
  {
    name: "the same, end to end",
    truth: (label) => isExercised(label) && isE2e(label.test),
    engine: (item) => (item.testKind === "e2e" ? predictTested(item) : false),
    // The rule does not tell kinds of tests apart.
    baseline: predictHasTest,
  },
];

/** Every measure over the same rows, the engine beside the audit's rule. */
export function compareFixes(judged: readonly Judged[]): readonly Compared[] {
  return MEASURES.map((measure) => ({
    measure: measure.name,
    engine: score(judged.map((row) => caseOf(measure, row, measure.engine))),
    baseline: score(judged.map((row) => caseOf(measure, row, measure.baseline))),
  }));
}

/** The rows that the engine has wrong or leaves open, each once. */
export function missesOf(judged: readonly Judged[]): readonly Miss[] {
  return judged
    .map((row) => ({ ...row, misses: MEASURES.flatMap((measure) => missOf(measure, row)) }))
    .filter(({ misses }) => misses.length > 0);
}

function missOf(measure: Measure, row: Judged): readonly string[] {
  const each = caseOf(measure, row, measure.engine);
  const field = FIELD_NAMES[fieldOf(each)];
  if (each.predicted === "unknown") return [`${measure.name}: unknown, counted as ${field}`];
  return field === "right" ? [] : [`${measure.name}: ${field}`];
}

function caseOf(measure: Measure, { label, item }: Judged, predict: Measure["engine"]): Case {
  return { truth: measure.truth(label), predicted: predict(item), weight: label.weight };
}

/** Whether it is a fix that reached the rung `tested` by its own evidence; the audit of a clone knows no other. */
function predictTested(item: AuditItem): Predicted {
  if (item.isFix === false) return false;
  const isTested = heightOf(item.rung) >= heightOf("tested");
  if (isTested) return item.isFix ?? "unknown";
  return item.unknownAbove === "tested" ? "unknown" : false;
}

function predictHasTest(item: AuditItem): Predicted {
  return isAuditFix(item.title) ? (item.hasTest ?? "unknown") : false;
}
