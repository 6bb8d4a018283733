import type { ClusterView } from "#/lib/contract/clusters.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";

/** "58.5 % of cp's 41" for each repository that the cluster has gaps in. */
export function sayShare(cluster: ClusterView): string {
  return cluster.repositories
    .filter((repository) => repository.gaps > 0)
    .map(
      ({ alias, gaps, gapsOfRepository }) =>
        `${formatShare(gaps, gapsOfRepository)} of ${alias}’s ${gapsOfRepository}`,
    )
    .join(", ");
}
