import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { groupKeyOf } from "#/lib/coverage/cluster/group-key.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import type { Tx } from "#/lib/store/db.ts";
import { newClusterKey } from "./new-cluster-key.ts";

/** As a person says it: items by the number of their gap. */
export type ClusterShape =
  | { readonly verb: "rename"; readonly cluster: string; readonly name: string }
  | { readonly verb: "merge"; readonly clusters: readonly string[]; readonly into: string }
  | {
      readonly verb: "split";
      readonly cluster: string;
      readonly items: readonly number[];
      readonly name: string;
    }
  | { readonly verb: "move"; readonly items: readonly number[]; readonly to: string | null }
  | { readonly verb: "pin"; readonly cluster: string; readonly pinned: boolean }
  | { readonly verb: "architecture"; readonly cluster: string; readonly architecture: boolean };

const ONE_ALREADY =
  "These are one cluster, shown apart by the rung that its gaps miss. Pin it to see it whole.";

/** What a person said as it is kept: items by what their number is allocated on, a new cluster by its key. Throws AppError not_found for a cluster or a gap that is not there, and invalid for a merge of one. */
export async function toClusterWord(
  tx: Tx,
  programId: number,
  shape: ClusterShape,
): Promise<ClusterWordValue> {
  await requireClusters(tx, programId, keysIn(shape));
  switch (shape.verb) {
    case "merge": {
      const others = [...new Set(shape.clusters)].filter((key) => key !== shape.into);
      if (others.length === 0)
        throw new AppError("invalid", "Merging takes two different clusters at least.");
      const clusters = others.filter((key) => groupKeyOf(key) !== groupKeyOf(shape.into));
      if (clusters.length === 0) throw new AppError("invalid", ONE_ALREADY);
      return { verb: "merge", value: { clusters, into: shape.into } };
    }
    case "split": {
      const items = await naturalKeys(tx, programId, shape.items);
      const key = await newClusterKey(tx, programId, shape.name);
      return { verb: "split", value: { cluster: shape.cluster, items, key, name: shape.name } };
    }
    case "move":
      return {
        verb: "move",
        value: { items: await naturalKeys(tx, programId, shape.items), to: shape.to },
      };
    case "rename":
      return { verb: "rename", value: { cluster: shape.cluster, name: shape.name } };
    case "pin":
      return { verb: "pin", value: { cluster: shape.cluster, pinned: shape.pinned } };
    case "architecture": {
      const { cluster, architecture } = shape;
      return { verb: "architecture", value: { cluster, architecture } };
    }
  }
}

function keysIn(shape: ClusterShape): readonly string[] {
  if (shape.verb === "merge") return [...shape.clusters, shape.into];
  if (shape.verb === "move") return shape.to === null ? [] : [shape.to];
  return [shape.cluster];
}

async function requireClusters(tx: Tx, programId: number, keys: readonly string[]): Promise<void> {
  const rows = await tx.cluster.findMany({
    where: { programId, key: { in: [...keys] } },
    select: { key: true },
  });
  const shown = new Set(rows.map(({ key }) => key));
  const gone = keys.find((key) => !shown.has(key));
  if (gone !== undefined) throw new AppError("not_found", `There is no cluster ${gone}.`);
}

/** What the numbers of gaps are allocated on; only fixes are in clusters. */
async function naturalKeys(tx: Tx, programId: number, ids: readonly number[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const rows = await tx.item.findMany({
    where: { programId, kind: "fix", id: { in: wanted } },
    select: { id: true, naturalKey: true },
  });
  const keyOf = new Map(rows.map(({ id, naturalKey }) => [id, naturalKey]));
  return wanted.map((id) => {
    const key = keyOf.get(id);
    if (key !== undefined) return key;
    const message = `${gapName(id)} is no fix of this program, so no cluster has it.`;
    throw new AppError("not_found", message);
  });
}
