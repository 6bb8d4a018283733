import type { ClusterView } from "#/lib/contract/clusters.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";

/** How many gaps a cluster has, as the way to their list. */
export function ClusterGaps({
  slug,
  cluster,
  className = "",
}: {
  slug: string;
  cluster: ClusterView;
  className?: string;
}) {
  return (
    <NumberLink
      href={paths.gaps(slug, {
        measure: cluster.measure,
        verdict: ["gap"],
        cluster: [cluster.key],
      })}
      label={`gaps in ${cluster.name}: open the list`}
      className={className}
    >
      {cluster.tally.gap}
    </NumberLink>
  );
}
