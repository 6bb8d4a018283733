import type { Found } from "./decide-merged.ts";
import { mergeBase } from "./merge-base.ts";
import { ownOf, readGraph } from "./own-commits.ts";
import { branchHead, pullHead, resolveCommits } from "./resolve-commits.ts";

/** A pull request that nothing merged yet, by what the forge says of it. */
export type OpenPull = {
  readonly number: number;
  readonly headSha: string | null;
  readonly baseRef: string;
};

type Resolved = { readonly number: number; readonly head: string; readonly base: string };

const MISSING = "The mirror does not have its head or its base branch.";
const EMPTY = "Its head is part of its base branch, or shares nothing with it.";

/** Where to look for the files of open pull requests, by their numbers: from where they branched off to their heads. */
export async function findOpen(
  directory: string,
  pulls: readonly OpenPull[],
): Promise<ReadonlyMap<number, Found>> {
  const found = new Map<number, Found>();
  const ids = await resolveCommits(
    directory,
    pulls.flatMap(({ number, headSha, baseRef }) => [
      headSha ?? pullHead(number),
      branchHead(baseRef),
    ]),
  );
  const byBase = new Map<string, Resolved[]>();
  for (const [index, { number }] of pulls.entries()) {
    const head = ids[index * 2] ?? null;
    const base = ids[index * 2 + 1] ?? null;
    if (head === null || base === null) found.set(number, { why: MISSING });
    else byBase.set(base, [...(byBase.get(base) ?? []), { number, head, base }]);
  }
  for (const [base, group] of byBase) {
    const graph = await readGraph(
      directory,
      group.map(({ head }) => head),
      [base],
    );
    for (const { number, head } of group) {
      const own = graph && ownOf(graph, head);
      const [only = null] = own?.ends.size === 1 && !own.isRooted ? own.ends : [];
      const fork = only ?? (await mergeBase(directory, base, head));
      const isTold = fork !== null && fork !== head;
      const difference = { sha: head, parentSha: fork };
      found.set(number, isTold ? { difference, proof: null } : { why: EMPTY });
    }
  }
  return found;
}
