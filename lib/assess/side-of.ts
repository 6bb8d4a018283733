import { HAS_TEST } from "#/lib/coverage/measure.ts";
import type { ComparedItem, PolicySide } from "#/lib/coverage/policy/compare.ts";
import { heightOf } from "#/lib/coverage/rung/rungs.ts";
import { sayStep } from "#/lib/coverage/step.ts";
import type { Assessment, Classified, JudgedItem } from "#/lib/store/assessment.ts";

/** An assessment as one side of a comparison of policies: each item at the policy's rung, and why. */
export function sideOf(
  { items, repositories }: Pick<Assessment, "items" | "repositories">,
  rung: PolicySide["rung"],
): PolicySide {
  const classified = new Map<string, Classified>(
    repositories.flatMap(({ id, classified: rows }) =>
      rows.map((row) => [`fix:${id}:${row.number}`, row] as const),
    ),
  );
  return {
    rung,
    items: items.map((item): ComparedItem => {
      const { naturalKey, population, alias, number, title, verdicts } = item;
      const state = verdicts.get(rung) ?? "out";
      const why = sayWhy(item, rung);
      const hasTest = verdicts.get(HAS_TEST) ?? null;
      return { naturalKey, population, alias, number, title, state, hasTest, why };
    }),
    whyOut: (naturalKey) => {
      const row = classified.get(naturalKey);
      if (!row) return null;
      const elsewhere = row.steps.find(({ rule }) => rule === "other-branch");
      const step = elsewhere ?? row.steps.findLast(({ about }) => about === "fix");
      return step ? `It is no fix. ${sayStep(step)}` : "It is no fix.";
    },
  };
}

/** Why an item is what it is at a rung, by its standing. */
function sayWhy({ standing }: JudgedItem, rung: PolicySide["rung"]): string {
  const { missed, missedBecause, unknownAbove } = standing;
  const asked = heightOf(rung);
  if (heightOf(standing.rung) >= asked) {
    return standing.rung === rung
      ? `Its evidence reaches the rung ${rung}.`
      : `Its evidence reaches the rung ${standing.rung}, and ${rung} is enough.`;
  }
  const reached =
    standing.rung === "none"
      ? "Its evidence reaches no rung"
      : `Its evidence reaches the rung ${standing.rung}`;
  if (missed !== null && heightOf(missed) <= asked) {
    return `${reached}; ${missed} is missed.${missedBecause === undefined ? "" : ` ${missedBecause}`}`;
  }
  return unknownAbove === null
    ? `${reached}; what is above is not known.`
    : `${reached}; ${unknownAbove.rung} is unknown: ${unknownAbove.missing}`;
}
