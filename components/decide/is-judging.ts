import type { MergedView } from "#/lib/contract/merged.ts";

/** Whether a decision was made that the assessment does not know yet. */
export function isJudging({
  lastDecisionAt,
  assessedAt,
}: Pick<MergedView, "lastDecisionAt" | "assessedAt">): boolean {
  if (lastDecisionAt === null) return false;
  return assessedAt === null || Date.parse(lastDecisionAt) > Date.parse(assessedAt);
}
