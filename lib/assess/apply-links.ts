import { bestStanding } from "#/lib/coverage/link/best-standing.ts";
import type { Bringer, Brought } from "#/lib/coverage/link/cover-of-issue.ts";
import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";
import { laterCovers } from "#/lib/coverage/link/later-covers.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import { HAS_TEST } from "#/lib/coverage/measure.ts";
import type { Evidence, Standing } from "#/lib/coverage/verdict.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import { unknown } from "#/lib/facts/known.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";

type Facts = {
  readonly linksTo: (to: Endpoint) => readonly Link[];
  readonly bringerOf: (from: Endpoint) => Bringer | null;
  readonly nameOf: (from: Endpoint) => string;
  readonly mayRunFor: (repositoryId: number, gate: string, paths: readonly string[]) => boolean;
};

/** Fixes with the evidence that later pull requests and gates bring them by saying that they cover them; what their own tests reach is never taken away. */
export const applyLinks = (items: readonly JudgedItem[], facts: Facts): readonly JudgedItem[] =>
  items.map((item) => applyTo(item, facts));

function applyTo(item: JudgedItem, facts: Facts): JudgedItem {
  const { linksTo, bringerOf, nameOf } = facts;
  const { repositoryId, number, enteredAt } = item;
  // Only what nothing on a forge stands behind has none, and that is no fix.
  if (number === null) return item;
  const endpoint: Endpoint = { kind: "pull", repositoryId, number };
  const links = linksTo(endpoint);
  if (links.length === 0 || item.takenBack) return item;
  const { coveredBy, undecided, isUnread } = laterCovers(
    { endpoint, mergedAt: enteredAt },
    links,
    bringerOf,
  );
  const brought = coveredBy
    .flatMap((each) => broughtStanding(each, nameOf(each.by)))
    .map((standing) => admitted(standing, item, facts));
  const unread = coveredBy.flatMap(({ standing }) => (standing.known ? [] : [standing.why]));
  const doubt = unread[0] ?? (undecided.length > 0 ? WAITS : isUnread ? UNREAD : null);
  if (brought.length === 0 && doubt === null) return item;
  const standing = bestStanding([item.standing, ...brought], doubt) ?? item.standing;
  return { ...item, standing, verdicts: again(item, standing) };
}

const UNREAD = "What a link to it leads from could not be read.";
const WAITS = "A link to it waits for a person.";

function broughtStanding({ standing }: Brought, name: string): readonly Standing[] {
  if (!standing.known) return [];
  const evidence = standing.value.evidence.map(
    (each): Evidence => ({
      ...each,
      note: `By ${name}, which says that it covers it. ${each.note}`,
    }),
  );
  return [{ ...standing.value, evidence }];
}

/** The same without what rests on gates that a change of the item's files would not start. */
function admitted(standing: Standing, { repositoryId, paths }: JudgedItem, facts: Facts): Standing {
  if (paths === null || standing.rung === "tested" || standing.rung === "none") return standing;
  const starts = ({ gate, repositoryId: place = repositoryId }: Evidence) =>
    gate === null || place !== repositoryId || facts.mayRunFor(place, gate, paths);
  const evidence = standing.evidence.filter(starts);
  if (evidence.some(({ gate }) => gate !== null)) return { ...standing, evidence };
  const missedBecause = "Its filters leave out the files of this fix.";
  return { rung: "tested", missed: "gated", missedBecause, unknownAbove: null, evidence };
}

/** The founding audit's own measure looks at the fix's files alone, so no link changes it. */
function again(item: JudgedItem, standing: Standing): JudgedItem["verdicts"] {
  const judged = { standing, hasTest: unknown("not asked"), waived: false };
  return new Map(
    [...item.verdicts].map(([measure, verdict]) => [
      measure,
      measure === HAS_TEST ? verdict : verdictAt(measure, judged),
    ]),
  );
}
