import { type Compared, compareFixes, type Miss, missesOf } from "./compare-fixes.ts";
import { type Agreement, countExercises, countTestKinds } from "./count-agreement.ts";
import { findClone } from "./find-clone.ts";
import { type Judged, judgeLabelled, type NotMeasured } from "./judge-labelled.ts";
import type { Label } from "./label.ts";

export type FixReport = {
  /** Null for all repositories together. */
  readonly repository: string | null;
  readonly head: string | null;
  readonly labels: number;
  readonly measured: number;
  readonly compared: readonly Compared[];
  readonly testKinds: Agreement;
  readonly exercises: Agreement;
  readonly misses: readonly Miss[];
  readonly notMeasured: readonly NotMeasured[];
};

/** Measures each repository that labels name, in their order, and last all together. */
export async function measureFixes(
  labels: readonly Label[],
  clones: string,
  say: (sentence: string) => void,
): Promise<readonly FixReport[]> {
  const byRepository = Map.groupBy(labels, ({ repo }) => repo);
  // All are looked for before the first is read, so that a missing one is told at once.
  const directories = new Map<string, string>();
  for (const repo of byRepository.keys()) directories.set(repo, await findClone(clones, repo));
  const reports: FixReport[] = [];
  const judged: Judged[] = [];
  for (const [repository, own] of byRepository) {
    const directory = directories.get(repository) ?? "";
    say(`${repository}: judging ${own.length} labelled pull requests of ${directory}`);
    const found = await judgeLabelled(directory, own, say);
    judged.push(...found.judged);
    reports.push(reportOf(repository, found.head, found.judged, found.notMeasured));
  }
  const notMeasured = reports.flatMap((report) => report.notMeasured);
  return [...reports, reportOf(null, null, judged, notMeasured)];
}

function reportOf(
  repository: string | null,
  head: string | null,
  judged: readonly Judged[],
  notMeasured: readonly NotMeasured[],
): FixReport {
  return {
    repository,
    head,
    labels: judged.length + notMeasured.length,
    measured: judged.length,
    compared: compareFixes(judged),
    testKinds: countTestKinds(judged),
    exercises: countExercises(judged),
    misses: missesOf(judged),
    notMeasured,
  };
}
