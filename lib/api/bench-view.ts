import type { Benched } from "#/lib/assess/bench.ts";
import type { BenchView } from "#/lib/contract/policy.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";

/** What was concluded of a change that is only looked at, shaped for a screen. */
export function toBenchView({ judgement, inScope, rules, title, limits }: Benched): BenchView {
  const { classification, standing, hasTest, steps } = judgement;
  const { isFix, kind } = classification;
  const counts = !inScope || isFix === false ? "excluded" : isFix === null ? "unclassified" : "fix";
  return {
    title,
    counts,
    kind,
    rung: standing.rung,
    missed: standing.missed,
    asked: rules.rung,
    verdict:
      counts === "excluded" ? null : verdictAt(rules.rung, { standing, hasTest, waived: false }),
    hasTest: hasTest.known ? hasTest.value : null,
    steps: steps.map((step) => ({ ...step })),
    limits: [...limits],
  };
}
