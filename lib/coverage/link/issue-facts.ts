import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { IssueFacts } from "../judge-issue.ts";
import type { Standing } from "../verdict.ts";
import { bestStanding } from "./best-standing.ts";
import type { IssueCover } from "./cover-of-issue.ts";

type Linked = Pick<IssueFacts, "hasMergedPatch" | "linked" | "insufficient">;

/** What `judgeIssue` asks of an issue's links. `read` is unknown while the texts of the program were not read to the end: then what was not found may still be there. A claim that waits for a person leaves open whether a gate is linked. */
export function issueFacts(cover: IssueCover, read: Known<true>): Linked {
  const { patchedBy, coveredBy, insufficient, undecided, unread } = cover;
  const waits = (relation: "closes" | "covers") =>
    undecided.some((said) => said.relation === relation);
  const open = (relation: "closes" | "covers") => {
    if (waits(relation)) return WAITS;
    return unread.some((claim) => claim.relation === relation) ? UNREAD : null;
  };
  const notes = insufficient.map(({ note }) => note);
  return {
    hasMergedPatch: patchedBy.length > 0 ? known(true) : openOr(known(false), read, open("closes")),
    linked: linkedOf(coveredBy, read, open("covers")),
    insufficient: notes.length > 0 ? notes.join(" ") : null,
  };
}

const UNREAD = "What a link to it leads from could not be read.";
const WAITS = "A link that nobody has confirmed yet would decide it.";

function linkedOf(
  coveredBy: IssueCover["coveredBy"],
  read: Known<true>,
  why: string | null,
): Known<Standing | null> {
  const standings = coveredBy.flatMap(({ standing }) => (standing.known ? [standing.value] : []));
  const unread = coveredBy.flatMap(({ standing }) => (standing.known ? [] : [standing.why]));
  const doubt = unread[0] ?? why ?? (read.known ? null : read.why);
  const best = bestStanding(standings, doubt);
  return best === null && doubt !== null ? unknown(doubt) : known(best);
}

const openOr = <Value>(value: Known<Value>, read: Known<true>, why: string | null): Known<Value> =>
  why === null ? (read.known ? value : read) : unknown(why);
