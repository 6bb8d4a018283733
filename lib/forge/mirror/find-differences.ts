import type { Difference } from "../git/stream-changes.ts";
import { decideMerged, type Found, isNamed } from "./decide-merged.ts";
import { followLines } from "./follow-lines.ts";
import { mergeBase } from "./merge-base.ts";
import { type Own, ownOf, readGraph } from "./own-commits.ts";
import { type LoggedCommit, readCommitsOf, readLog } from "./read-log.ts";
import { pullHead, resolveCommits } from "./resolve-commits.ts";

/** A pull request that was merged, by what the forge says of it. */
export type MergedPull = {
  readonly number: number;
  readonly mergeSha: string;
  readonly headSha: string | null;
  /** Where it set out, as the forge tells; absent or null where it does not. */
  readonly forkSha?: string | null;
};

/** A pull request whose commits are to be found beside its merge. */
type Single = {
  readonly number: number;
  readonly merge: LoggedCommit;
  readonly parent: string;
  readonly head: string;
};

const MISSING = "The mirror does not have the commit that merged it.";
const HEADLESS = "The mirror does not have its head.";
const FORWARD = "It was merged without a commit, so where it began is not written down.";
const LARGE = "It has more than 1,000 commits.";

/** Where to look for the files of merged pull requests, by their numbers. `merges` are commits that are known to have merged some, these among them. */
export async function findMerged(
  directory: string,
  pulls: readonly MergedPull[],
  merges: ReadonlySet<string>,
): Promise<ReadonlyMap<number, Found>> {
  const found = new Map<number, Found>();
  const ids = await resolveCommits(
    directory,
    pulls.flatMap(({ number, mergeSha, headSha, forkSha = null }) => [
      mergeSha,
      pullHead(number),
      headSha,
      forkSha,
    ]),
  );
  const there = ids.flatMap((id, index) => (index % 4 === 0 && id !== null ? [id] : []));
  const commits = await readCommitsOf(directory, there);
  const singles: Single[] = [];
  for (const [index, { number }] of pulls.entries()) {
    const merge = commits.get(ids[index * 4] ?? "");
    const fork = ids[index * 4 + 3] ?? null;
    // A branch may have gone on since; what the forge keeps of the pull request has not.
    const head = ids[index * 4 + 1] ?? ids[index * 4 + 2] ?? null;
    const [parent = null] = merge?.parents ?? [];
    if (!merge || parent === null) found.set(number, { why: MISSING });
    else if (merge.sha === head) {
      const isNext = merges.has(parent) && isSingle(merge);
      // Merged without a commit: only the forge knows where it began.
      const began = fork === merge.sha ? null : fork;
      const from = began ?? (isNext ? parent : null);
      found.set(number, from === null ? { why: FORWARD } : alone(merge.sha, from));
    } else if (isPlain(merge, head, number)) found.set(number, alone(merge.sha, parent));
    else if (head === null) found.set(number, { why: HEADLESS });
    else singles.push({ number, merge, parent, head });
  }
  for (const [number, one] of await findSingles(directory, singles)) found.set(number, one);
  return found;
}

/** Whether a commit brought all that it differs in from its first parent: the merge of a head, or where that is not known what its title says. */
function isPlain(merge: LoggedCommit, head: string | null, number: number): boolean {
  if (isSingle(merge)) return head === null && isNamed(merge, number);
  return head === null || merge.parents.includes(head) || isNamed(merge, number);
}

const isSingle = ({ parents }: LoggedCommit): boolean => parents.length === 1;
const alone = (sha: string, parentSha: string): { difference: Difference; proof: null } => ({
  difference: { sha, parentSha },
  proof: null,
});

/** Those that were not merged by a plain merge of their heads: all at once, and one by one where branches cross. */
async function findSingles(directory: string, singles: readonly Single[]) {
  const found = new Map<number, Found>();
  const heads = singles.map(({ head }) => head);
  const graph = await readGraph(
    directory,
    heads,
    singles.map(({ merge }) => merge.sha),
  );
  const owns = new Map(
    singles.flatMap((one) => {
      const own = graph && ownOf(graph, one.head);
      return own?.ends.size === 1 && !own.isRooted && own.commits.length > 0 ? [[one, own]] : [];
    }),
  );
  const simple = [...owns.keys()];
  const forks = await readCommitsOf(
    directory,
    [...owns.values()].flatMap(({ ends }) => [...ends]),
  );
  const lines = await followLines(
    directory,
    simple.map(({ merge }) => merge),
    {
      trails: new Map([...owns].map(([{ merge }, own]) => [merge.sha, workOf(own).length])),
      points: [...forks.values()],
    },
  );
  for (const one of singles) {
    const own = owns.get(one);
    const [fork = ""] = own?.ends ?? [];
    const trail = lines.trails.get(one.merge.sha);
    const isKnown = own && trail && lines.isBefore(fork, one.merge.sha);
    found.set(
      one.number,
      isKnown
        ? decideMerged({ ...one, own: workOf(own), fork, trail })
        : await findByItself(directory, one),
    );
  }
  return found;
}

/** Its commits without those that merged another branch, which a rebase leaves out. */
const workOf = ({ commits }: Own): readonly LoggedCommit[] =>
  commits.filter(({ parents }) => parents.length <= 1);

async function findByItself(directory: string, one: Single): Promise<Found> {
  const { merge, parent, head, number } = one;
  const graph = await readGraph(directory, [head], [parent]);
  const own = graph && ownOf(graph, head);
  if (!own) return isNamed(merge, number) ? alone(merge.sha, parent) : { why: LARGE };
  const fork = await mergeBase(directory, parent, head);
  if (fork === null) return { why: "It has nothing in common with its base branch." };
  const work = workOf(own);
  const args = ["--first-parent", `--max-count=${work.length + 1}`, merge.sha];
  const trail = await Array.fromAsync(readLog(directory, { args }));
  return decideMerged({ ...one, own: work, fork, trail: trail.slice(0, work.length) });
}
