import Link from "next/link";
import type { ClusterView } from "#/lib/contract/clusters.ts";
import { count } from "#/lib/format.ts";
import { ClusterFlags } from "../cluster/cluster-flags.tsx";
import { ClusterGaps } from "../cluster/cluster-gaps.tsx";
import { sayShare } from "../cluster/say-share.ts";
import { paths } from "../layout/paths.ts";
import { Section } from "../ui/section.tsx";

function Line({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  return (
    <li className="flex items-baseline gap-3 py-2.5">
      <ClusterGaps
        slug={slug}
        cluster={cluster}
        className="w-9 shrink-0 text-right font-semibold text-lg tracking-tight"
      />
      <div className="min-w-0">
        <Link
          href={paths.cluster(slug, cluster.key, cluster.measure)}
          prefetch={false}
          className="font-medium hover:underline"
        >
          {cluster.name}
        </Link>
        <p className="text-xs text-muted">
          {count(cluster.tally.gap, "gap")}, {sayShare(cluster)}
        </p>
        <ClusterFlags cluster={cluster} />
      </div>
    </li>
  );
}

/** What single piece of work closes the most gaps. */
export function TopClusters({
  slug,
  clusters,
}: {
  slug: string;
  clusters: readonly ClusterView[];
}) {
  const top = clusters.filter((cluster) => cluster.tally.gap > 0);
  const measure = clusters[0]?.measure;
  return (
    <Section
      id="clusters"
      title="Where one gate closes most"
      aside={
        <Link
          href={paths.clusters(slug, measure)}
          prefetch={false}
          className="figure-link text-xs text-muted"
        >
          All clusters
        </Link>
      }
    >
      {top.length === 0 ? (
        <p className="text-sm text-muted">No cluster has a gap at this measure.</p>
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {top.map((cluster) => (
            <Line key={cluster.key} slug={slug} cluster={cluster} />
          ))}
        </ol>
      )}
    </Section>
  );
}
