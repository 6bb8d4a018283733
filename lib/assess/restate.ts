import { stepsOfRungs } from "#/lib/coverage/rung/steps-of-rungs.ts";
import type { Classified, JudgedItem } from "#/lib/store/assessment.ts";

/** The explanations of pull requests with what links brought them: how far the evidence climbs is told of all of it. */
export function restate(
  classified: readonly Classified[],
  own: readonly JudgedItem[],
  linked: readonly JudgedItem[],
): readonly Classified[] {
  const before = new Set(own);
  const raised = new Map(
    linked.filter((item) => !before.has(item)).map((item) => [item.number, item.standing]),
  );
  if (raised.size === 0) return classified;
  return classified.map((each) => {
    const standing = raised.get(each.number);
    if (standing === undefined) return each;
    const others = each.steps.filter(({ about }) => about !== "rung");
    return { ...each, steps: [...others, ...stepsOfRungs(standing, null)] };
  });
}
