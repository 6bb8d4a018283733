import { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { groupKeyOf } from "#/lib/coverage/cluster/group-key.ts";
import { freeKey, slug } from "#/lib/coverage/cluster/slug.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import type { Tx } from "#/lib/store/db.ts";

/** A key for a cluster that a person makes, of its name: none that a rule of the policy, a cluster in view or a cluster that a person made before has. */
export async function newClusterKey(tx: Tx, programId: number, name: string): Promise<string> {
  const [policy, shown, made] = [
    await tx.policy.findFirstOrThrow({ where: { programId }, orderBy: { version: "desc" } }),
    await tx.cluster.findMany({ where: { programId }, distinct: ["key"], select: { key: true } }),
    await tx.clusterWord.findMany({ where: { programId, verb: "split" }, select: { value: true } }),
  ];
  const taken = new Set<unknown>([
    ...PolicyRules.parse(policy.rules).clusters.map(({ key }) => key),
    ...shown.map(({ key }) => groupKeyOf(key)),
    ...made.map(({ value }) => keyMadeBy(value)),
  ]);
  return freeKey(slug(name), (key) => taken.has(key));
}

function keyMadeBy(kept: unknown): string | null {
  const word = ClusterWordValue.parse(kept);
  return word.verb === "split" ? word.value.key : null;
}
