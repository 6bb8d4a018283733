import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { LinePage, LineRequest, MergedPulls } from "../forge.ts";
import { readMergeMessage } from "../git/read-merge-message.ts";
import { type Judge, type JudgedCommit, judgeCommits } from "../judge-commits.ts";
import type { Mirror } from "./open-mirror.ts";
import { ownOf, readGraph } from "./own-commits.ts";
import { type LoggedCommit, readLog } from "./read-log.ts";
import { branchHead, pullHead, resolveCommits } from "./resolve-commits.ts";

const PAGE = 1000;
// One commit may carry a wrong clock's date; so many in a row say that the window is left.
const OLDER_MAX = 10;

export type LineSource = {
  readonly mirror: Mirror;
  readonly repository: string;
  readonly commitUrl: (sha: string) => string | null;
  /** Walks the line by the forge itself, from where it says. */
  readonly askForge: (request: LineRequest) => AsyncIterable<LinePage>;
};

/** The commits of pull requests that left more than one on the line, by their numbers; null where git cannot tell them. */
type Brought = ReadonlyMap<number, readonly JudgedCommit[] | null>;
type LogPage = { readonly commits: readonly LoggedCommit[]; readonly brought: Brought };

type Line = {
  readonly source: LineSource;
  readonly request: LineRequest;
  readonly judge: Judge;
  readonly tip: string;
  /** The commit that is looked at next. */
  next: string;
  older: number;
};
/** Why it ended; `git` where it cannot tell what comes next. */
type End = "earlier" | "window" | "start" | "git" | null;

/**
 * The direct commits of a branch, by the mirror's own log. Where a pull request was merged in a way
 * of which git does not know what it brought, the forge goes on from there.
 */
export async function* readLine(
  source: LineSource,
  request: LineRequest,
): AsyncGenerator<LinePage> {
  const { mirror, repository, askForge } = source;
  const { from, branch, merged } = request;
  const directory = from
    ? await mirror.withCommits(repository, [from.tip, from.next])
    : await mirror.fetched(repository);
  if (directory === null) return yield* askForge(request);
  const names = from ? [from.tip, from.next] : [branchHead(branch)];
  const ids = await mirror.reading(directory, () => resolveCommits(directory, names));
  const [tip = null, next = tip] = ids ?? [];
  if (tip === null || next === null) return yield* askForge(request);
  let brought: Brought = new Map();
  const judge = judgeCommits(async (number) => brought.get(number) ?? [], merged);
  const line: Line = { source, request, judge, tip, next, older: 0 };
  for (let end: End = null; end === null; ) {
    const page = await mirror.reading(directory, () => readPage(directory, line.next, merged));
    if (page) brought = page.brought;
    const { rows, ...followed } = page
      ? await follow(line, page)
      : { rows: [], end: "git" as const };
    end = followed.end;
    // A walk that is broken off inside a pull request begins it anew: only its newest commit is known.
    const goOn = end === null || end === "git" ? (judge.openedBy() ?? line.next) : null;
    yield { rows, tip, next: goOn, metEarlier: end === "earlier" };
    if (end === "git" && goOn !== null) yield* askForge({ ...request, from: { tip, next: goOn } });
  }
}

async function follow(
  line: Line,
  { commits, brought }: LogPage,
): Promise<{ rows: DirectCommitFact[]; end: End }> {
  const { merged, since, until } = line.request;
  const rows: DirectCommitFact[] = [];
  for (const commit of commits) {
    line.next = commit.sha;
    if (commit.sha === until) return { rows, end: "earlier" };
    if (brought.get(merged.shas.get(commit.sha) ?? 0) === null) return { rows, end: "git" };
    const isBrought = await line.judge.isBrought(commit);
    const isOlder = since !== null && commit.committedAt < since;
    if (!isBrought && !isOlder) rows.push(toFact(commit, line.source));
    line.older = isOlder ? line.older + 1 : 0;
    const [parent] = commit.parents;
    if (parent === undefined) return { rows, end: "start" };
    if (line.older >= OLDER_MAX) return { rows, end: "window" };
    line.next = parent;
  }
  return { rows, end: null };
}

const toFact = (
  { sha, title, body, authorName, committedAt }: LoggedCommit,
  { commitUrl }: LineSource,
): DirectCommitFact => ({
  sha,
  title,
  body,
  author: authorName,
  url: commitUrl(sha),
  committedAt,
});

async function readPage(directory: string, from: string, merged: MergedPulls): Promise<LogPage> {
  const args = ["--first-parent", `--max-count=${PAGE}`, from];
  const commits = await Array.fromAsync(readLog(directory, { args, withBody: true }));
  return { commits, brought: await readBrought(directory, commits, merged) };
}

/** What the judge will ask: the commits of those that one commit without a number of its own merged. */
async function readBrought(
  directory: string,
  commits: readonly LoggedCommit[],
  { shas }: MergedPulls,
): Promise<Brought> {
  const opening = commits.flatMap((commit) => {
    const number = shas.get(commit.sha);
    const isAsked = number !== undefined && commit.parents.length <= 1;
    const message = isAsked ? readMergeMessage(commit.title, commit.body) : null;
    return isAsked && message?.number !== number ? [{ number, commit }] : [];
  });
  const names = opening.map(({ number }) => pullHead(number));
  const heads = await resolveCommits(directory, names);
  const line = new Set(commits.map(({ sha }) => sha));
  const known = heads.flatMap((head) => head ?? []);
  const graph = await readGraph(
    directory,
    known,
    commits.slice(-1).map(({ sha }) => sha),
  );
  return new Map(
    opening.map(({ number, commit }, index) => {
      const head = heads[index] ?? null;
      const [parent = null] = commit.parents;
      // Where the one before it was merged too, it is all that this one brought.
      if (parent === null || shas.has(parent)) return [number, [commit]];
      const own = head && graph && ownOf(graph, head, (sha) => line.has(sha));
      return [number, own && own.commits.length > 0 ? own.commits : null];
    }),
  );
}
