import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { IssueFacts } from "../judge-issue.ts";
import type { Standing } from "../verdict.ts";
import { bestStanding } from "./best-standing.ts";
import type { IssueCover } from "./cover-of-issue.ts";

type Linked = Pick<IssueFacts, "hasMergedPatch" | "linked" | "insufficient">;

/** What `judgeIssue` asks of an issue's links. `read` is unknown while the texts of the program were not read to the end: then what was not found may still be there. A claim that waits for a person leaves open whether a gate is linked. */
export function issueFacts(cover: IssueCover, read: Known<true>): Linked {
  const { patchedBy, coveredBy, insufficient, undecided } = cover;
  const waits = (relation: "closes" | "covers") =>
    undecided.some((said) => said.relation === relation);
  const notes = insufficient.map(({ note }) => note);
  return {
    hasMergedPatch:
      patchedBy.length > 0 ? known(true) : openOr(known(false), read, waits("closes")),
    linked: linkedOf(coveredBy, read, waits("covers")),
    insufficient: notes.length > 0 ? notes.join(" ") : null,
  };
}

const WAITS = "A link that nobody has confirmed yet would decide it.";

function linkedOf(
  coveredBy: IssueCover["coveredBy"],
  read: Known<true>,
  waits: boolean,
): Known<Standing | null> {
  const standings = coveredBy.flatMap(({ standing }) => (standing.known ? [standing.value] : []));
  const unread = coveredBy.flatMap(({ standing }) => (standing.known ? [] : [standing.why]));
  const doubt = unread[0] ?? (waits ? WAITS : null) ?? (read.known ? null : read.why);
  const best = bestStanding(standings, doubt);
  return best === null && doubt !== null ? unknown(doubt) : known(best);
}

const openOr = <Value>(value: Known<Value>, read: Known<true>, waits: boolean): Known<Value> =>
  waits ? unknown(WAITS) : read.known ? value : read;
