import type { Gate } from "#/lib/coverage/gate/gate.ts";
import type { ObservedRuns, RepositoryRuns } from "#/lib/coverage/rung/observed-runs.ts";
import { repositoryRuns, runsSince } from "#/lib/coverage/rung/repository-runs.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { loadChecks, loadPasses, loadSeenContexts } from "#/lib/store/load-checks.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { loadProtection } from "#/lib/store/load-protection.ts";

export type Observation = {
  readonly runs: RepositoryRuns;
  readonly passes: ReadonlyMap<string, Date>;
  /** Every context that any commit was seen to have. */
  readonly seen: readonly string[];
  /** Why no checks could be read at all; null when they could. */
  readonly refusal: string | null;
};

/** What the forge told of the runs and demands of a repository. */
export async function observe(
  { id, forge, checksRefusal }: RepositoryInScope,
  gates: readonly Gate[],
): Promise<Observation> {
  const [demands, seen, passes] = await Promise.all([
    loadProtection(id),
    loadSeenContexts(id),
    loadPasses(id),
  ]);
  const runs = repositoryRuns({
    gates,
    demands,
    seen,
    passes,
    forge,
    unread: checksRefusal,
  });
  return { runs, passes, seen, refusal: checksRefusal };
}

type Merged = {
  readonly headSha: string | null;
  readonly mergeSha: string | null;
  readonly mergedAt: Date;
};

const NOT_ASKED = unknown("The checks of this commit were not read yet; the next sync reads them.");
const NO_SHA = unknown("The forge does not tell the commit.");

/** What was seen of the runs around each of these merges. */
export async function observeMerges(
  repositoryId: number,
  { runs, passes, refusal }: Observation,
  merges: readonly Merged[],
): Promise<(merge: Merged) => Known<ObservedRuns>> {
  const shas = merges.flatMap(({ headSha, mergeSha }) =>
    [headSha, mergeSha].filter((sha) => sha !== null),
  );
  const checks = await loadChecks(repositoryId, shas);
  const of = (sha: string | null): ObservedRuns["head"] => {
    if (sha === null) return NO_SHA;
    return checks.get(sha) ?? (refusal === null ? NOT_ASKED : unknown(refusal));
  };
  return ({ headSha, mergeSha, mergedAt }) =>
    known({
      ...runsSince(runs, passes, mergedAt),
      mergedAt,
      head: of(headSha),
      merged: of(mergeSha),
    });
}
