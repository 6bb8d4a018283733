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
  for (const { measure, rule, tally, named, members } of clusters) {
    await tx.cluster.create({
      data: {
        programId,
        measure,
        key: rule.key,
        name: rule.name,
        why: rule.why,
        topics: rule.topics ?? [],
        claimed: rule.claimed ?? null,
        named,
        architecture: rule.architecture ?? false,
        recurring: rule.recurring ?? false,
        ...tally,
        members: {
          createMany: {
            data: members.flatMap((member) => {
              const itemId = ids.get(member.naturalKey);
              return itemId === undefined
                ? []
                : [{ itemId, part: member.part, named: member.named }];
            }),
          },
        },
      },
    });
  }
}
