import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { count } from "#/lib/format.ts";

type Names = {
  /** Of a cluster by its key; null where none is left. */
  readonly cluster: (key: string) => string | null;
  /** Of those gaps that are named, by what their number is allocated on. */
  readonly gaps: ReadonlyMap<string, string>;
};

/** What a word on the clusters says, as a sentence; a cluster that has no name in view goes by its key. */
export function saySpokenCluster(says: ClusterWordValue, names: Names): string {
  const cluster = (key: string) => `“${names.cluster(key) ?? key}”`;
  switch (says.verb) {
    case "rename":
      return `${cluster(says.value.cluster)} is called “${says.value.name}”`;
    case "merge":
      return `${list(says.value.clusters.map(cluster))} merged into ${cluster(says.value.into)}`;
    case "split": {
      const { items, cluster: from, name } = says.value;
      return `${gaps(items, names)} split from ${cluster(from)} as “${name}”`;
    }
    case "move": {
      const { items, to } = says.value;
      return `${gaps(items, names)} moved ${to === null ? "out of every cluster" : `to ${cluster(to)}`}`;
    }
    case "pin": {
      const { cluster: key, pinned } = says.value;
      return `${cluster(key)} is ${pinned ? "pinned: it stays in view" : "not pinned any more"}`;
    }
    case "architecture": {
      const { cluster: key, architecture } = says.value;
      return `${cluster(key)} needs ${architecture ? "the CTO’s sign-off" : "no sign-off of the CTO"}`;
    }
  }
}

function gaps(items: readonly string[], names: Names): string {
  const named = items.flatMap((key) => names.gaps.get(key) ?? []);
  const more = items.length - named.length;
  return list(
    named.concat(more > 0 ? [named.length === 0 ? count(more, "gap") : `${more} more`] : []),
  );
}

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
