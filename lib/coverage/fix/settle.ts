import type { Lineage } from "../lineage/trace-lineage.ts";
import type { Step } from "../step.ts";
import type { Classification } from "./classify-fix.ts";

/** What a person decided about one pull request; it wins over every rule. */
export type FixOverride = {
  readonly isFix: boolean;
  readonly reason: string;
  readonly by: string;
};

/** The classification that counts: what a person decided, else that a copy of an earlier pull request that stands on its branch is no second item, else what the rules say. */
export function settle(
  byRules: Classification,
  override: FixOverride | null,
  { copyOf, isFirst, ofOlder }: Lineage,
): Classification {
  if (override) {
    const note = `${override.by} decided that it is ${override.isFix ? "a fix" : "no fix"}: ${override.reason}`;
    const kind = override.isFix ? "fix" : byRules.kind === "fix" ? "other" : byRules.kind;
    return {
      isFix: override.isFix,
      kind,
      steps: [...byRules.steps, step("decided", note)],
    };
  }
  if (copyOf === null || isFirst || byRules.isFix === false) return byRules;
  const place = ofOlder ? "which was merged before the window" : "under which it is listed";
  return {
    ...byRules,
    isFix: false,
    steps: [...byRules.steps, step("copy", `it is a copy of #${copyOf}, ${place}`)],
  };
}

const step = (rule: string, note: string): Step => ({
  about: "fix",
  rule,
  note,
  path: null,
  line: null,
});
