import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { signOffText } from "#/lib/contract/plan-text.ts";
import { count } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";
import { prepareSignOffs } from "./prepare-sign-offs.ts";

/** What cannot start before somebody signs, by role. */
export function WaitsForSignOff({ entries }: { entries: readonly PlanEntryView[] }) {
  const roles = prepareSignOffs(entries);
  return (
    <Section
      id="sign-offs"
      title="Waits for a sign-off"
      note="A gate for it changes the architecture, so it is not dispatched before the role has signed."
    >
      {roles.length === 0 ? (
        <p className="text-muted text-sm">Nothing does.</p>
      ) : (
        <dl className="text-sm">
          {roles.map(({ role, waiting }) => (
            <div key={role} className="grid gap-x-4 py-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
              <dt className="font-medium">{signOffText(role)}</dt>
              {waiting.map(({ entry, place }) => (
                <dd key={entry.key} className="wrap-anywhere sm:col-start-2">
                  {place}, {entry.title}{" "}
                  <span className="text-muted">
                    closes {count(entry.gaps.length, "gap")}, no sign-off recorded
                  </span>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
