import type { ClusterView } from "#/lib/contract/clusters.ts";
import { ClusterFlags } from "./cluster-flags.tsx";
import { NamedAndClaimed } from "./named-and-claimed.tsx";
import { OriginLine } from "./origin-line.tsx";
import { PartSum } from "./part-sum.tsx";
import { RepeatedFiles } from "./repeated-files.tsx";
import { sayMissed } from "./say-missed.ts";

/** What is known of a cluster beside how many gaps it has. */
export function ClusterFacts({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  return (
    <>
      {cluster.missed === null ? null : <p className="text-sm">{sayMissed(cluster.missed)}.</p>}
      <PartSum slug={slug} cluster={cluster} />
      {cluster.topics.length === 0 ? null : (
        <p className="wrap-anywhere text-muted text-xs">{cluster.topics.join(" · ")}</p>
      )}
      <RepeatedFiles slug={slug} cluster={cluster} />
      <NamedAndClaimed cluster={cluster} />
      <ClusterFlags cluster={cluster} />
      <OriginLine cluster={cluster} />
    </>
  );
}
