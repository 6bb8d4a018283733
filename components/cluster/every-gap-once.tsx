import type { ClustersView } from "#/lib/contract/clusters.ts";
import { UNCLUSTERED } from "#/lib/contract/gap-filter.ts";
import { paths } from "../layout/paths.ts";
import { Section } from "../ui/section.tsx";
import { NumberLink } from "../verdict/number-link.tsx";

/** The sum: gaps of clusters and gaps of none are all gaps. */
export function EveryGapOnce({ slug, view }: { slug: string; view: ClustersView }) {
  const rest = view.unclustered.filter((entry) => entry.gaps > 0);
  const gaps = { measure: view.measure, verdict: ["gap" as const] };
  const inClusters = view.clusters.reduce((sum, cluster) => sum + cluster.tally.gap, 0);
  const outside = rest.reduce((sum, entry) => sum + entry.gaps, 0);
  return (
    <Section
      id="sum"
      title="Every gap once"
      note="A gap is in one cluster or in none; parts are not added again."
    >
      <p className="text-sm">
        <span className="font-semibold">{inClusters}</span> in clusters
        {rest.map((entry) => (
          <span key={entry.alias}>
            <span className="text-muted"> + </span>
            <NumberLink
              href={paths.gaps(slug, { ...gaps, cluster: [UNCLUSTERED], repo: [entry.alias] })}
              label={`unclustered gaps in ${entry.alias}`}
              className="font-semibold"
            >
              {entry.gaps}
            </NumberLink>{" "}
            unclustered in {entry.alias}
          </span>
        ))}
        <span className="text-muted"> = </span>
        <NumberLink href={paths.gaps(slug, gaps)} label="gaps in all" className="font-semibold">
          {inClusters + outside}
        </NumberLink>{" "}
        gaps
        {inClusters + outside === view.gaps ? null : (
          <strong className="text-danger">
            {" "}
            — but {view.gaps} were counted; the assessment is not whole
          </strong>
        )}
      </p>
    </Section>
  );
}
