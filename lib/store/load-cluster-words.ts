import { type ClusterWord, ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { db, type Tx } from "./db.ts";

/** What people said of the clusters of a program and nobody took back, oldest first. */
export async function loadClusterWords(
  programId: number,
  tx: Tx = db,
): Promise<readonly ClusterWord[]> {
  const rows = await tx.clusterWord.findMany({ where: { programId }, orderBy: { id: "asc" } });
  const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
  return rows
    .filter(({ id, verb }) => verb !== "take_back" && !takenBack.has(id))
    .map(({ id, value }) => ({ id, ...ClusterWordValue.parse(value) }));
}
