import type { OverviewView } from "#/lib/contract/overview.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { Section } from "../ui/section.tsx";
import { LadderTable } from "./ladder-table.tsx";
import { sayNoIssues } from "./say-issues.ts";

/** Open issues, incidents and declared gaps: counted apart, because no percentage mixes them with fixes. */
export function IssuesPanel({ view, measure }: { view: OverviewView; measure: Measure }) {
  const any = view.issues.some((entry) => entry.tally.inScope > 0);
  return (
    <Section
      id="issues"
      title="Open issues, incidents and declared gaps"
      note="A population of its own; in no figure above."
    >
      {any ? (
        <LadderTable
          slug={view.program.slug}
          measures={view.issues.filter((entry) => entry.tally.inScope > 0)}
          current={measure}
          population="issue"
          baseline={null}
          caption="Open issues, incidents and declared gaps at every measure"
        />
      ) : (
        <p className="text-sm text-muted">{sayNoIssues(view)}</p>
      )}
      {view.issuesUnread.length === 0 ? null : (
        <ul className="mt-2 text-muted text-xs">
          {view.issuesUnread.map(({ alias, why }) => (
            <li key={alias}>
              {alias}: {why}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
