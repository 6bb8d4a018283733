import type { GatheredCluster } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

/** Replaces the clusters of a program by these. */
export async function saveClusters(
  tx: Tx,
  programId: number,
  clusters: readonly GatheredCluster[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.cluster.deleteMany({ where: { programId } });
  if (clusters.length === 0) return;
  const rows = await tx.cluster.createManyAndReturn({
    data: clusters.map((cluster) => rowOf(programId, cluster)),
    select: { id: true, measure: true, key: true },
  });
  const idOf = new Map(rows.map(({ id, measure, key }) => [`${measure} ${key}`, id]));
  // One statement a measure: a program may have a million memberships.
  const byMeasure = Map.groupBy(clusters, ({ measure }) => measure);
  for (const [measure, own] of byMeasure) {
    const members = own.flatMap((cluster) => {
      const clusterId = idOf.get(`${measure} ${cluster.key}`);
      return cluster.members.map(({ naturalKey, part, named }) => ({
        clusterId,
        itemId: ids.get(naturalKey),
        part,
        named,
      }));
    });
    await insertMembers(tx, recordset(members));
  }
}

const insertMembers = (tx: Tx, rows: string) => tx.$executeRaw`
  insert into cluster_member (cluster_id, item_id, part, named)
  select r."clusterId", r."itemId", r.part, r.named
    from jsonb_to_recordset(${rows}::jsonb) as r("clusterId" int, "itemId" int, part text, named boolean)
   where r."clusterId" is not null and r."itemId" is not null`;

function rowOf(programId: number, cluster: GatheredCluster) {
  const { tally, members: _, topics, parts, words, repeated, ...own } = cluster;
  return {
    programId,
    ...own,
    ...tally,
    topics: [...topics],
    words: [...words],
    parts: parts.map(({ key, name }) => ({ key, name })),
    repeated: repeated.map(({ path, numbers }) => ({ path, numbers: [...numbers] })),
  };
}
