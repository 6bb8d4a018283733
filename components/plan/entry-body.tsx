import type { PlanEntryView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { count } from "#/lib/format.ts";
import { EntryFacts } from "./entry-facts.tsx";
import { EntryName } from "./entry-name.tsx";
import { EntryWorth } from "./entry-worth.tsx";
import { GapLines } from "./gap-lines.tsx";

/** What an entry is, what it is worth and why, and its gaps folded away. */
export function EntryBody({
  slug,
  measure,
  timeZone,
  entry,
}: {
  slug: string;
  measure: Measure;
  timeZone: string;
  entry: PlanEntryView;
}) {
  const { title, why, gaps } = entry;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h3 className="wrap-anywhere font-semibold text-[0.9375rem]">
        <EntryName entry={entry} slug={slug} measure={measure} />
      </h3>
      <EntryFacts entry={entry} timeZone={timeZone} />
      <EntryWorth entry={entry} />
      {why === "" ? null : <p className="wrap-anywhere max-w-prose text-muted text-sm">{why}</p>}
      <details>
        <summary className="min-h-6 w-fit rounded text-muted text-sm leading-6 hover:text-ink">
          {count(gaps.length, "gap")}
          <span className="sr-only"> of {title}</span>
        </summary>
        <GapLines gaps={gaps} timeZone={timeZone} />
      </details>
    </div>
  );
}
