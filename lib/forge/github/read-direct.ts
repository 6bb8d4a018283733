import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { LinePage, LineRequest } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./ask-repository.ts";
import { judgeLine, type LineJudge } from "./judge-line.ts";
import { type Commit, listHistory } from "./list-history.ts";
import { listPullCommits } from "./list-pull-commits.ts";
import { toDirectCommit } from "./to-direct-commit.ts";

const REQUESTS_MAX = 100_000;
// One commit may carry a wrong clock's date; so many in a row say that the window is left.
const OLDER_MAX = 10;

type Line = {
  readonly request: LineRequest;
  readonly judge: LineJudge;
  tip: string | null;
  /** The commit that is looked at next; null before the first one and behind the last. */
  next: string | null;
  older: number;
};
type End = "earlier" | "window" | "start" | null;

/**
 * The direct commits of a branch. The forge lists a commit with all that was merged into it; so the line
 * of first parents is followed through a page, and where the page does not hold its next commit, that one
 * is what the next page begins with. Throws ForgeError where a page does not begin as it must: only a
 * commit without parents, the window or the earlier tip ends the line.
 */
export async function* readDirect(place: Place, request: LineRequest): AsyncGenerator<LinePage> {
  const { branch, from } = request;
  const judge = judgeLine((number) => listPullCommits(place, number), request.merged);
  const line: Line = { request, judge, tip: from?.tip ?? null, next: from?.next ?? null, older: 0 };
  for (let requests = 1; requests <= REQUESTS_MAX; requests += 1) {
    const asked = line.next === null ? { branch } : { sha: line.next };
    const { commits, isEmpty, repositoryId } = await listHistory(place, asked);
    if (isEmpty && line.next === null) {
      yield { rows: [], tip: null, next: null, metEarlier: false };
      return;
    }
    if (commits === null) throw notThere(line.next ?? branch);
    const [first] = commits;
    if (!first || (line.next !== null && first.oid !== line.next)) {
      throw cutShort(line.next ?? branch);
    }
    line.next = first.oid;
    line.tip ??= first.oid;
    const { rows, end } = await follow(line, commits, repositoryId);
    // A walk that is broken off inside a pull request begins it anew: only its newest commit is known.
    const next = end === null ? (judge.openedBy() ?? line.next) : null;
    yield { rows, tip: line.tip, next, metEarlier: end === "earlier" };
    if (end !== null) return;
  }
  throw new ForgeError(
    "failed",
    `Stopped after ${REQUESTS_MAX} pages of commits before the branch ended. What was read is kept; report this with the repository's size.`,
  );
}

async function follow(
  line: Line,
  commits: readonly Commit[],
  repositoryId: number,
): Promise<{ rows: DirectCommitFact[]; end: End }> {
  const { since, until } = line.request;
  const bySha = new Map(commits.map((commit) => [commit.oid, commit]));
  const rows: DirectCommitFact[] = [];
  for (let at = bySha.get(line.next ?? ""); at; at = bySha.get(line.next ?? "")) {
    if (at.oid === until) return { rows, end: "earlier" };
    // A forge that answered in a circle would otherwise never be left.
    bySha.delete(at.oid);
    const isOlder = since !== null && at.committedDate < since;
    const isBrought = await line.judge.isBrought(at, repositoryId);
    if (!isBrought && !isOlder) rows.push(toDirectCommit(at));
    line.older = isOlder ? line.older + 1 : 0;
    line.next = at.parents.nodes[0]?.oid ?? null;
    if (line.next === null) return { rows, end: "start" };
    if (line.older >= OLDER_MAX) return { rows, end: "window" };
  }
  return { rows, end: null };
}

const notThere = (asked: string): ForgeError =>
  new ForgeError("not_found", `The forge does not have ${asked}, or the token may not see it.`, {
    status: 404,
  });

const cutShort = (asked: string): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge's list of commits does not begin with ${asked}, for which it was asked, so it is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
  );
