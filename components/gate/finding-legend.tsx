import type { GateView } from "#/lib/contract/gates.ts";
import { meaningOf, ruleText } from "./meaning-of.ts";

/** What the kinds of findings on the page mean. */
export function FindingLegend({ gates }: { gates: readonly GateView[] }) {
  const rules = [...new Set(gates.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  const known = rules.toSorted().flatMap((rule) => {
    const meaning = meaningOf(rule);
    return meaning === null ? [] : [{ rule, meaning }];
  });
  if (known.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="min-h-6 w-fit rounded text-muted hover:text-ink">
        What the findings mean
      </summary>
      <dl className="mt-1 grid gap-x-4 gap-y-1 border-line border-l-2 pl-3 text-xs sm:grid-cols-[max-content_minmax(0,1fr)]">
        {known.map(({ rule, meaning }) => (
          <div key={rule} className="contents">
            <dt className="font-medium">{ruleText(rule)}</dt>
            <dd className="mb-1 text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
