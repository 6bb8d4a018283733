import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { groupKeyOf } from "#/lib/coverage/cluster/group-key.ts";
import { AppError } from "#/lib/errors.ts";

/** Refuses a word after words in force, oldest first, that nobody judged by yet: one about a cluster that they merge into another, and one that repeats the last about the same. Throws AppError conflict. */
export function requireNewWord(says: ClusterWordValue, inForce: readonly ClusterWordValue[]): void {
  const last = inForce.findLast((word) => isAboutTheSame(word, says));
  if (last && repeats(says, last))
    throw new AppError("conflict", "This was said before, and is being judged. Nothing was added.");
  for (const key of clustersIn(says)) {
    const into = inForce.findLast((word) => word.verb === "merge" && takes(word.value, key));
    if (into?.verb !== "merge") continue;
    const message = `The cluster ${key} was merged into ${into.value.into}, and that is being judged. Look again in a moment.`;
    throw new AppError("conflict", message);
  }
}

const takes = ({ clusters }: { clusters: readonly string[] }, key: string) =>
  clusters.some((each) => groupKeyOf(each) === groupKeyOf(key));

function clustersIn(says: ClusterWordValue): readonly string[] {
  if (says.verb === "merge") return [...says.value.clusters, says.value.into];
  if (says.verb === "move") return says.value.to === null ? [] : [says.value.to];
  return [says.value.cluster];
}

function isAboutTheSame(one: ClusterWordValue, other: ClusterWordValue): boolean {
  if (one.verb === "split" || one.verb === "move") {
    const isSplitOrMove = other.verb === "split" || other.verb === "move";
    return isSplitOrMove && one.value.items.some((item) => other.value.items.includes(item));
  }
  if (one.verb === "merge") return other.verb === "merge";
  return (
    one.verb === other.verb && groupKeyOf(one.value.cluster) === groupKeyOf(other.value.cluster)
  );
}

function repeats(says: ClusterWordValue, last: ClusterWordValue): boolean {
  if (says.verb === "rename") return last.verb === "rename" && says.value.name === last.value.name;
  if (says.verb === "pin") return last.verb === "pin" && says.value.pinned === last.value.pinned;
  if (says.verb === "architecture")
    return last.verb === "architecture" && says.value.architecture === last.value.architecture;
  if (says.verb === "merge")
    return (
      last.verb === "merge" &&
      groupKeyOf(says.value.into) === groupKeyOf(last.value.into) &&
      says.value.clusters.every((key) => takes(last.value, key))
    );
  if (says.verb === "move")
    return (
      last.verb === "move" &&
      says.value.to === last.value.to &&
      says.value.items.every((item) => last.value.items.includes(item))
    );
  return (
    last.verb === "split" &&
    says.value.cluster === last.value.cluster &&
    says.value.name === last.value.name &&
    says.value.items.length === last.value.items.length &&
    says.value.items.every((item) => last.value.items.includes(item))
  );
}
