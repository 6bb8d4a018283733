import type { ItemView } from "#/lib/contract/item.ts";
import { formatInstant } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";

const VERBS: Record<string, string> = {
  "gap.claim": "claimed it",
  "gap.release": "released it",
  "fix.count": "decided that it counts as a fix",
  "fix.exclude": "decided that it is no fix",
  "fix.by_rules": "let the rules decide again whether it is a fix",
  "link.confirm": "confirmed a link to it",
  "link.reject": "rejected a link to it",
  "link.insufficient": "decided that a link to it is not enough",
  "link.by_rules": "took back what was decided about a link to it",
  "gap.declare": "declared it",
  "gap.edit": "changed what was declared",
  "gap.withdraw": "took it out of scope",
  "gap.put_back": "put it back in scope",
  "guard.record": "recorded its operational guard",
  "guard.remove": "took its operational guard back",
};

/** Every decision about the item, oldest first; lines are only ever added. */
export function ActivityList({ view }: { view: ItemView }) {
  return (
    <Section id="activity" title="Activity">
      {view.activity.length === 0 ? (
        <p className="text-muted text-sm">Nobody has decided anything about it yet.</p>
      ) : (
        <ol className="space-y-2 text-sm">
          {view.activity.map((line) => (
            <li key={`${line.at}:${line.verb}:${line.actor}`}>
              <strong className="font-medium">{line.actor}</strong>
              {line.actorKind === "person" ? null : (
                <span className="text-muted"> ({line.actorKind})</span>
              )}{" "}
              {VERBS[line.verb] ?? line.verb}
              <time dateTime={line.at} className="block text-muted text-xs">
                {formatInstant(line.at, view.program.timeZone)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
