import type { ClustersView } from "#/lib/contract/clusters.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { gapsByRepository, readClusterViews } from "./cluster-views.ts";
import { readClusterWords } from "./cluster-words.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { isJudging } from "./program.ts";

/** The clusters of a program at one measure, the largest first, and the gaps that are in none, per repository. */
export async function readClustersOrThrow(input: {
  slug: string;
  measure?: Measure | undefined;
}): Promise<ClustersView> {
  const program = await findProgramOrThrow(input.slug);
  const measure = input.measure ?? program.policy.rules.rung;
  const gaps = await gapsByRepository(program.id, measure);
  const clusters = await readClusterViews(program, measure, gaps);
  const shown = new Set(clusters.flatMap(({ words }) => words));
  const { rules, version } = program.policy;
  return {
    measure,
    policy: `${rules.name}@${version}`,
    judging: await isJudging(program),
    clusters,
    words: await readClusterWords(program, shown),
    unclustered: gaps.map(({ alias, gaps: all, clustered }) => ({ alias, gaps: all - clustered })),
    gaps: gaps.reduce((total, row) => total + row.gaps, 0),
  };
}
