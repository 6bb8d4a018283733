import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { blockedText, kindText } from "#/lib/contract/plan-text.ts";
import { formatInstant } from "#/lib/format.ts";
import { StateMark } from "./state-mark.tsx";

/** Kind, place, state and assignee of an entry, in a line. */
export function EntryFacts({ entry, timeZone }: { entry: PlanEntryView; timeZone: string }) {
  const { kind, alias, state, assignee } = entry;
  const blocked = blockedText(entry);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted text-xs">
      <span>
        {kindText(kind)}
        {alias === null ? ", in several repositories" : ` in ${alias}`}
      </span>
      <StateMark state={state} />
      {blocked === null ? null : <span className="text-ink">{blocked}</span>}
      {assignee === null ? (
        <span>nobody has it</span>
      ) : (
        <span
          className="wrap-anywhere"
          title={`given by ${assignee.by}, ${formatInstant(assignee.at, timeZone)}`}
        >
          with <strong className="font-medium text-ink">{assignee.name}</strong>
        </span>
      )}
    </p>
  );
}
