import { z } from "zod";
import type { ClustersView, ClusterView } from "#/lib/contract/clusters.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";
import { type FoundProgram, findProgramOrThrow } from "./find-program.ts";

/** The clusters of a program at one measure, the largest first, and the gaps that are in none, per repository. */
export async function readClustersOrThrow(input: {
  slug: string;
  measure?: Measure | undefined;
}): Promise<ClustersView> {
  const program = await findProgramOrThrow(input.slug);
  const measure = input.measure ?? program.policy.rules.rung;
  const clusters = await readClusterViews(program, measure);
  const gaps = await gapsByRepository(program.id, measure);
  return {
    measure,
    clusters,
    unclustered: gaps.map(({ alias, gaps: all, clustered }) => ({ alias, gaps: all - clustered })),
    gaps: gaps.reduce((total, row) => total + row.gaps, 0),
  };
}

/** The clusters themselves; gaps decide the order, then the key. */
export async function readClusterViews(
  program: FoundProgram,
  measure: Measure,
): Promise<ClusterView[]> {
  const [rows, shares, repositories] = await Promise.all([
    db.cluster.findMany({
      where: { programId: program.id, measure },
      orderBy: [{ gap: "desc" }, { key: "asc" }],
    }),
    gapShares(program.id, measure),
    gapsByRepository(program.id, measure),
  ]);
  return rows.map((row) => {
    const own = shares.filter((share) => share.clusterId === row.id);
    const rule = program.policy.rules.clusters.find(({ key }) => key === row.key);
    return {
      key: row.key,
      name: row.name,
      why: row.why,
      topics: row.topics,
      measure,
      tally: {
        inScope: row.inScope,
        covered: row.covered,
        gap: row.gap,
        waived: row.waived,
        unknown: row.unknown,
      },
      parts: (rule?.parts ?? []).map(({ key, name }) => ({
        key,
        name,
        gaps: own.filter((share) => share.part === key).reduce((n, share) => n + share.gaps, 0),
      })),
      repositories: repositories.flatMap(({ alias, gaps }) => {
        const inIt = own
          .filter((share) => share.alias === alias)
          .reduce((n, share) => n + share.gaps, 0);
        return inIt === 0 ? [] : [{ alias, gaps: inIt, gapsOfRepository: gaps }];
      }),
      claimed: row.claimed,
      named: row.named,
      architecture: row.architecture,
      recurring: row.recurring,
    };
  });
}

const Share = z.object({
  clusterId: z.int(),
  part: z.string().nullable(),
  alias: z.string(),
  gaps: z.int(),
});

async function gapShares(programId: number, measure: Measure) {
  const rows = await db.$queryRaw`
    select m.cluster_id as "clusterId", m.part, pr.alias, count(*)::int as gaps
      from cluster c
      join cluster_member m on m.cluster_id = c.id
      join verdict v on v.item_id = m.item_id and v.measure = c.measure and v.verdict = 'gap'
      join program_repository pr on pr.program_id = c.program_id and pr.repository_id = v.repository_id
     where c.program_id = ${programId} and c.measure = ${measure}
     group by m.cluster_id, m.part, pr.alias
     order by m.cluster_id, m.part, pr.alias`;
  return z.array(Share).parse(rows);
}

const RepositoryGaps = z.object({ alias: z.string(), gaps: z.int(), clustered: z.int() });

async function gapsByRepository(programId: number, measure: Measure) {
  const rows = await db.$queryRaw`
    select pr.alias, count(*)::int as gaps,
           (count(*) filter (where exists (
              select 1 from cluster_member m join cluster c on c.id = m.cluster_id
               where m.item_id = v.item_id and c.program_id = v.program_id and c.measure = v.measure)))::int as clustered
      from verdict v
      join program_repository pr on pr.program_id = v.program_id and pr.repository_id = v.repository_id
     where v.program_id = ${programId} and v.measure = ${measure} and v.population = 'fix' and v.verdict = 'gap'
     group by pr.alias
     order by pr.alias`;
  return z.array(RepositoryGaps).parse(rows);
}
