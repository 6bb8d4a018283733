import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import type { Tx } from "#/lib/store/db.ts";

type Of<Verb extends ClusterWordValue["verb"]> = ClusterWordValue & { verb: Verb };

/** Refuses a word that would change nothing of the clusters as they are shown, or that they cannot bear. Throws AppError conflict and invalid. */
export async function requireClusterChange(
  tx: Tx,
  programId: number,
  says: ClusterWordValue,
): Promise<void> {
  switch (says.verb) {
    case "merge":
      return;
    case "split":
      return requireSplit(tx, programId, says);
    case "move":
      return requireMove(tx, programId, says);
    case "rename":
    case "pin":
    case "architecture":
      return requireNews(tx, programId, says);
  }
}

async function requireNews(
  tx: Tx,
  programId: number,
  says: Of<"rename" | "pin" | "architecture">,
): Promise<void> {
  const { cluster } = says.value;
  const shown = await tx.cluster.findMany({ where: { programId, key: cluster } });
  const isSo = shown.every((row) =>
    says.verb === "rename"
      ? row.name === says.value.name
      : says.verb === "pin"
        ? row.pinned === says.value.pinned
        : row.architecture === says.value.architecture,
  );
  if (isSo) throw new AppError("conflict", `The cluster ${cluster} ${standing(says)}.`);
}

function standing(says: Of<"rename" | "pin" | "architecture">): string {
  if (says.verb === "rename") return `is called “${says.value.name}” already`;
  if (says.verb === "pin") return says.value.pinned ? "is pinned already" : "is not pinned";
  return says.value.architecture
    ? "needs the CTO’s sign-off already"
    : "needs no sign-off of the CTO";
}

async function requireSplit(
  tx: Tx,
  programId: number,
  { value: { cluster, items } }: Of<"split">,
): Promise<void> {
  const within = { cluster: { programId, key: cluster } };
  const outside = await tx.item.findFirst({
    where: { programId, naturalKey: { in: items }, members: { none: within } },
    orderBy: { id: "asc" },
  });
  if (outside)
    throw new AppError("invalid", `${gapName(outside.id)} is not in the cluster ${cluster}.`);
  const rest = await tx.clusterMember.count({
    where: { ...within, item: { naturalKey: { notIn: items } } },
  });
  if (rest > 0) return;
  const message = `That is the whole cluster ${cluster}: rename it, or leave something in it.`;
  throw new AppError("invalid", message);
}

async function requireMove(
  tx: Tx,
  programId: number,
  { value: { items, to } }: Of<"move">,
): Promise<void> {
  const inAny = { some: { cluster: { programId } } };
  const moving = await tx.item.count({
    where: {
      programId,
      naturalKey: { in: items },
      // Into none: whatever is in one. Into one: whatever is in none, or in another at some measure.
      ...(to === null
        ? { members: inAny }
        : {
            OR: [
              { members: { none: { cluster: { programId, key: to } } } },
              { members: { some: { cluster: { programId, key: { not: to } } } } },
            ],
          }),
    },
  });
  if (moving > 0) return;
  const where = to === null ? "no cluster" : `the cluster ${to}`;
  throw new AppError("conflict", `What was chosen is in ${where} already.`);
}
