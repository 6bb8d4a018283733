import { readRecords } from "./git.ts";
import type { Clone } from "./open-clone.ts";
import { type MergeMessage, readMergeMessage } from "./read-merge-message.ts";

/** What a walk keeps of a commit: little, since a history may have a million. Its message is read again where it is wanted. */
export type Commit = {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly committedAt: Date;
  /** Of the pull request that it merged; null where it merged none. */
  readonly number: number | null;
};

export type History = {
  /** One commit a number, in no order. */
  readonly merged: readonly Commit[];
  /** The commits on the line of first parents that merged no pull request, in no order. */
  readonly direct: readonly Commit[];
  /** Of the merges those on the line of first parents. */
  readonly onLine: ReadonlySet<string>;
};

type Met = Commit & { readonly kind: MergeMessage["kind"] | null; readonly byWebFlow: boolean };

const FIELDS = ["%H", "%P", "%ct", "%cn <%ce>", "%s"];
// Committed by the forge itself, as on a merge by button.
const WEB_FLOW = "GitHub <noreply@github.com>";

const walked = new WeakMap<Clone, Promise<History>>();

/** The merges and the direct commits that are reachable from a clone's head; walked once, since its head does not change. */
export function historyOf(clone: Clone): Promise<History> {
  const before = walked.get(clone);
  if (before) return before;
  const history = walk(clone);
  walked.set(clone, history);
  history.catch(() => walked.delete(clone));
  return history;
}

async function walk(clone: Clone): Promise<History> {
  const line = followLine(clone.head);
  const numbered: Met[] = [];
  for await (const commit of readCommits(clone)) {
    line.meet(commit);
    if (commit.number !== null) numbered.push(commit);
  }
  const direct = line.commits().filter((commit) => !isMerge(commit, true));
  const merged = mergesOf(numbered, line.has);
  const onLine = new Set(merged.map(({ sha }) => sha).filter(line.has));
  return { merged, direct: direct.map(toDirect), onLine };
}

const toDirect = ({ sha, parents, committedAt }: Met): Commit => ({
  sha,
  parents,
  committedAt,
  number: null,
});

async function* readCommits({ directory, head }: Clone): AsyncGenerator<Met> {
  const format = `--format=tformat:${FIELDS.join("%x00")}`;
  const args = ["log", "-z", "--no-mailmap", format, "--end-of-options", head];
  let fields: string[] = [];
  for await (const records of readRecords({ directory, args })) {
    for (const record of records) {
      fields.push(record);
      if (fields.length < FIELDS.length) continue;
      yield toMet(fields);
      fields = [];
    }
  }
}

function toMet([
  sha = "",
  parents = "",
  seconds = "",
  committer = "",
  subject = "",
]: string[]): Met {
  const message = readMergeMessage(subject, "");
  return {
    sha,
    parents: parents === "" ? [] : parents.split(" "),
    committedAt: new Date(Number(seconds) * 1000),
    number: message?.number ?? null,
    kind: message?.kind ?? null,
    byWebFlow: committer === WEB_FLOW,
  };
}

/** The line of first parents from a head on. Git shows a commit after one of its children, not after all, so what is met early waits. */
function followLine(head: string) {
  const line = new Map<string, Met>();
  const waiting = new Map<string, Met>();
  let next: string | undefined = head;
  return {
    meet(commit: Met): void {
      waiting.set(commit.sha, commit);
      for (let found = waiting.get(next ?? ""); found; found = waiting.get(next ?? "")) {
        line.set(found.sha, found);
        waiting.delete(found.sha);
        next = found.parents[0];
      }
    },
    has: (sha: string): boolean => line.has(sha),
    commits: (): readonly Met[] => [...line.values()],
  };
}

/** A squashed one counts on the line of first parents, or where the forge itself committed it; elsewhere `(#N)` may be a copy of another repository's. */
function isMerge({ kind, parents, byWebFlow }: Met, isOnLine: boolean): boolean {
  if (kind !== "squash") return kind === "merge";
  return parents.length <= 1 && (byWebFlow || isOnLine);
}

/**
 * The commit of each number. A number is met more than once where a history was rewritten or merged
 * in, or where later commits name it too: the line of first parents decides, and beside it the
 * oldest, which is the merge itself.
 */
function mergesOf(numbered: readonly Met[], isOnLine: (sha: string) => boolean): readonly Commit[] {
  const best = new Map<number | null, Met>();
  for (const commit of numbered) {
    if (!isMerge(commit, isOnLine(commit.sha))) continue;
    const newer = best.get(commit.number);
    if (newer && isOnLine(newer.sha) && !isOnLine(commit.sha)) continue;
    const isSameSide = newer && isOnLine(newer.sha) === isOnLine(commit.sha);
    if (isSameSide && commit.committedAt >= newer.committedAt) continue;
    best.set(commit.number, commit);
  }
  return [...best.values()];
}
