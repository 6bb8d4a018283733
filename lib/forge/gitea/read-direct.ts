import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { LinePage, LineRequest } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { type Judge, judgeCommits } from "../judge-commits.ts";
import { type CommitList, listCommits, listCommitsOf } from "./list-commits.ts";
import type { Commit } from "./schema.ts";
import { toDirectCommit, toJudgedCommit } from "./to-facts.ts";

const REQUESTS_MAX = 100_000;
// One commit may carry a wrong clock's date; so many in a row say that the window is left.
const OLDER_MAX = 10;

type Line = {
  readonly request: LineRequest;
  readonly judge: Judge;
  tip: string;
  /** The commit that is looked at next; null behind the branch's first one. */
  next: string | null;
  older: number;
};
type End = "earlier" | "window" | "start" | null;

/**
 * The direct commits of a branch. The forge lists a commit with all that was merged into it, by date;
 * so the line of first parents is followed through a page, and where the page does not hold its next
 * commit, that one is what the next page begins with: nothing is skipped, and commits of merged
 * branches cost no page of their own. Throws ForgeError where a page does not begin as it must, which
 * is a list cut short and no end of the line: only a commit without parents, the window or the earlier
 * tip ends that.
 */
export async function* readDirect(
  list: CommitList,
  request: LineRequest,
): AsyncGenerator<LinePage> {
  const commitsOf = async (number: number) =>
    (await listCommitsOf(list, number)).map(toJudgedCommit);
  const line: Line = {
    request,
    judge: judgeCommits(commitsOf, request.merged),
    tip: request.from?.tip ?? "",
    next: request.from?.next ?? null,
    older: 0,
  };
  for (let requests = 1; requests <= REQUESTS_MAX; requests += 1) {
    const page = await listCommits(list, line.next ?? request.branch);
    if (page === "empty" && line.next === null) {
      yield { rows: [], tip: null, next: null, metEarlier: false };
      return;
    }
    const commits = page === "empty" ? [] : page;
    const [first] = commits;
    if (!first || (line.next !== null && first.sha !== line.next)) {
      throw cutShort(line.next ?? request.branch);
    }
    line.next = first.sha;
    line.tip ||= first.sha;
    const { rows, end } = await follow(line, commits);
    // A walk that is broken off inside a pull request begins it anew: only its newest commit is known.
    const next = end === null ? (line.judge.openedBy() ?? line.next) : null;
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
): Promise<{ rows: DirectCommitFact[]; end: End }> {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const rows: DirectCommitFact[] = [];
  for (let at = bySha.get(line.next ?? ""); at; at = bySha.get(line.next ?? "")) {
    if (at.sha === line.request.until) return { rows, end: "earlier" };
    // A forge that answered in a circle would otherwise never be left.
    bySha.delete(at.sha);
    const commit = toDirectCommit(at);
    const isBrought = await line.judge.isBrought(toJudgedCommit(at));
    const { since } = line.request;
    const isOlder = since !== null && commit.committedAt < since;
    if (!isBrought && !isOlder) rows.push(commit);
    line.older = isOlder ? line.older + 1 : 0;
    line.next = at.parents[0]?.sha ?? null;
    if (line.next === null) return { rows, end: "start" };
    if (line.older >= OLDER_MAX) return { rows, end: "window" };
  }
  return { rows, end: null };
}

const cutShort = (asked: string): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge's list of commits does not begin with ${asked}, for which it was asked, so it is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
  );
