import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { stateText } from "#/lib/contract/plan-text.ts";
import { count } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";
import { type Lane, type LaneEntry, prepareLanes } from "./prepare-lanes.ts";

function Line({ of: { entry, place, claims } }: { of: LaneEntry }) {
  return (
    <li className="flex gap-2 py-1">
      <span className="w-5 shrink-0 text-right text-muted">{place}</span>
      <span className="wrap-anywhere min-w-0">
        {entry.title}{" "}
        <span className="text-muted text-xs">
          {stateText(entry.state)}
          {claims === 0 ? null : `, ${count(claims, "claim")}`}
        </span>
      </span>
    </li>
  );
}

function LaneCard({ lane: { name, entries } }: { lane: Lane }) {
  return (
    <div className="min-w-0 rounded-lg border border-line p-3">
      <h3 className="wrap-anywhere mb-1 flex justify-between gap-2 font-medium text-sm">
        {name ?? <span className="text-muted">nobody</span>}
        <span className="shrink-0 font-normal text-muted text-xs">
          {count(entries.length, "entry", "entries")}
        </span>
      </h3>
      <ul className="text-sm">
        {entries.map((each) => (
          <Line key={each.entry.key} of={each} />
        ))}
      </ul>
    </div>
  );
}

/** A lane for everybody who has work of the plan. */
export function WhoHasWhat({ entries }: { entries: readonly PlanEntryView[] }) {
  return (
    <Section
      id="lanes"
      title="Who has what"
      note="Whoever it was given to, and whoever holds a claim on a gap of it; by the places of the plan."
    >
      <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {prepareLanes(entries).map((lane) => (
          // A name is never empty.
          <LaneCard key={lane.name ?? ""} lane={lane} />
        ))}
      </div>
    </Section>
  );
}
