import { z } from "zod";
import { ClusterView } from "#/lib/contract/clusters.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { VERDICTS, type VerdictKind } from "#/lib/coverage/verdict.ts";
import { db } from "#/lib/store/db.ts";
import type { FoundProgram } from "./find-program.ts";

/** The clusters themselves, with the gaps of each repository as `gapsByRepository` gives them; gaps decide the order, then the key. */
export async function readClusterViews(
  program: FoundProgram,
  measure: Measure,
  repositories: readonly RepositoryGaps[],
): Promise<ClusterView[]> {
  const [rows, shares] = await Promise.all([
    db.cluster.findMany({
      where: { programId: program.id, measure },
      orderBy: { key: "asc" },
    }),
    memberShares(program.id, measure),
  ]);
  const sharesOf = Map.groupBy(shares, ({ clusterId }) => clusterId);
  const views = rows.map((row): ClusterView => {
    const own = sharesOf.get(row.id) ?? [];
    return {
      key: row.key,
      name: row.name,
      why: row.why,
      topics: row.topics,
      measure,
      tally: tallyFrom(own),
      parts: Parts.parse(row.parts).map(({ key, name }) => ({
        key,
        name,
        gaps: gapsIn(own.filter((share) => share.part === key)),
      })),
      repositories: repositories.flatMap(({ alias, gaps }) => {
        const inIt = gapsIn(own.filter((share) => share.alias === alias));
        return inIt === 0 ? [] : [{ alias, gaps: inIt, gapsOfRepository: gaps }];
      }),
      claimed: row.claimed,
      named: row.named,
      architecture: row.architecture,
      recurring: row.recurring,
      repeated: Repeated.parse(row.repeated),
      origin: Origin.parse(row.origin),
      missed: RungName.parse(row.missed),
      pinned: row.pinned,
      words: row.words,
    };
  });
  return views.toSorted((one, other) => other.tally.gap - one.tally.gap);
}

const Parts = z.array(z.object({ key: z.string(), name: z.string() }));
const { repeated: Repeated, origin: Origin, missed: RungName } = ClusterView.shape;

const Share = z.object({
  clusterId: z.int(),
  part: z.string().nullable(),
  alias: z.string(),
  verdict: z.enum(VERDICTS),
  n: z.int(),
});
type Share = z.infer<typeof Share>;

/** The members of clusters, counted; one whose repository has left the scope is none, also before the next assessment. */
async function memberShares(programId: number, measure: Measure): Promise<Share[]> {
  const rows = await db.$queryRaw`
    select m.cluster_id as "clusterId", m.part, pr.alias, v.verdict, count(*)::int as n
      from cluster c
      join cluster_member m on m.cluster_id = c.id
      join verdict v on v.item_id = m.item_id and v.measure = c.measure
      join program_repository pr on pr.program_id = c.program_id and pr.repository_id = v.repository_id
     where c.program_id = ${programId} and c.measure = ${measure}
     group by m.cluster_id, m.part, pr.alias, v.verdict
     order by m.cluster_id, m.part, pr.alias, v.verdict`;
  return z.array(Share).parse(rows);
}

const countOf = (shares: readonly Share[], verdict: VerdictKind): number =>
  shares.reduce((sum, share) => sum + (share.verdict === verdict ? share.n : 0), 0);

const gapsIn = (shares: readonly Share[]): number => countOf(shares, "gap");

const tallyFrom = (shares: readonly Share[]): ClusterView["tally"] => ({
  inScope: shares.reduce((sum, { n }) => sum + n, 0),
  covered: countOf(shares, "covered"),
  gap: countOf(shares, "gap"),
  waived: countOf(shares, "waived"),
  unknown: countOf(shares, "unknown"),
});

const RepositoryGaps = z.object({ alias: z.string(), gaps: z.int(), clustered: z.int() });
type RepositoryGaps = z.infer<typeof RepositoryGaps>;

/** How many gaps each repository has, and how many of them are in a cluster. */
export async function gapsByRepository(programId: number, measure: Measure) {
  const rows = await db.$queryRaw`
    select pr.alias, count(*)::int as gaps, count(held.item_id)::int as clustered
      from verdict v
      join program_repository pr on pr.program_id = v.program_id and pr.repository_id = v.repository_id
      left join (
           select distinct m.item_id
             from cluster c
             join cluster_member m on m.cluster_id = c.id
            where c.program_id = ${programId} and c.measure = ${measure}) held on held.item_id = v.item_id
     where v.program_id = ${programId} and v.measure = ${measure} and v.population = 'fix' and v.verdict = 'gap'
     group by pr.alias
     order by pr.alias`;
  return z.array(RepositoryGaps).parse(rows);
}
