import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { prepareClimbs, sayWorth } from "./say-worth.ts";

/** What an entry closes, and what that does to the figures once all before it is done. */
export function EntryWorth({ entry }: { entry: PlanEntryView }) {
  const climbs = prepareClimbs(entry);
  return (
    <div className="text-sm">
      <p>
        {sayWorth(entry)}.
        {climbs.length > 0 ? null : " It is counted beside the fixes, so no percentage here moves."}
      </p>
      {climbs.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-4 text-muted">
          {climbs.map(({ of, from, to }) => (
            <li key={of}>
              {of} {from} <span aria-hidden>→</span>
              <span className="sr-only">to</span> <strong className="text-ink">{to}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
