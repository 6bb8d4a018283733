import type { GatheredCluster } from "./assessment.ts";
import type { Tx } from "./db.ts";

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
  await tx.clusterMember.createMany({
    data: clusters.flatMap(({ measure, key, members }) =>
      members.flatMap(({ naturalKey, part, named }) => {
        const [clusterId, itemId] = [idOf.get(`${measure} ${key}`), ids.get(naturalKey)];
        return clusterId === undefined || itemId === undefined
          ? []
          : [{ clusterId, itemId, part, named }];
      }),
    ),
  });
}

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
