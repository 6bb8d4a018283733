import type { DeclarationView, ItemView } from "#/lib/contract/item.ts";
import { formatDay } from "#/lib/format.ts";
import { priorityText } from "../gap/priority-text.ts";
import { EndLink } from "../link/end-link.tsx";
import { Section } from "../ui/section.tsx";
import { DeclarationActions } from "./declaration-actions.tsx";

const STATES: Record<"open" | "closed" | "merged", string> = {
  open: "open",
  closed: "closed without a merge",
  merged: "merged",
};

const sayState = (state: DeclarationView["closedBy"][number]["state"]): string =>
  state === null ? "not there" : STATES[state];

/** What was said when the gap was written down; nothing for what is on a forge. */
export function Declaration({ view }: { view: ItemView }) {
  const { declaration, program, row } = view;
  if (declaration === null) return null;
  const { note, by, at, closedBy } = declaration;
  const { item, title, priority } = row;
  return (
    <Section
      id="declared"
      title="Declared gap"
      note={`By ${by} on ${formatDay(at, program.timeZone)}; no issue or pull request stands for it.`}
      aside={
        program.archived ? null : (
          <DeclarationActions
            subject={{ slug: program.slug, item, title, priority, declaration }}
          />
        )
      }
    >
      <dl className="grid gap-x-5 gap-y-2 border-line border-y py-3 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-muted">Priority</dt>
        <dd>{priority === null ? "none" : priorityText(priority)}</dd>
        <dt className="text-muted">Where it was said</dt>
        <dd className="wrap-anywhere">
          {note === null ? "Nothing was noted." : <blockquote>{note}</blockquote>}
        </dd>
        <dt className="text-muted">Said to be closed by</dt>
        <dd>
          {closedBy.length === 0 ? (
            "No pull request is named."
          ) : (
            <ul>
              {closedBy.map((end) => (
                <li key={end.label} className="wrap-anywhere">
                  <EndLink end={end} slug={program.slug} titled />{" "}
                  <span className="text-muted">· {sayState(end.state)}</span>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </Section>
  );
}
