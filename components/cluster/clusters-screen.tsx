import Link from "next/link";
import { type ClustersView, type ClusterView } from "#/lib/contract/clusters.ts";
import { UNCLUSTERED } from "#/lib/contract/gap-filter.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { count, formatInstant } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Empty } from "../ui/empty.tsx";
import { Section } from "../ui/section.tsx";
import { MeasureSwitch } from "../verdict/measure-switch.tsx";
import { NumberLink } from "../verdict/number-link.tsx";
import { TallyBar } from "../verdict/tally-bar.tsx";
import { ClusterFlags } from "./cluster-flags.tsx";
import { NamedAndClaimed } from "./named-and-claimed.tsx";
import { PartSum } from "./part-sum.tsx";
import { sayShare } from "./say-share.ts";

function ClusterLine({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-4 py-4 lg:grid-cols-[3.5rem_minmax(0,1fr)_12rem]">
      <p className="text-right">
        <NumberLink
          href={paths.gaps(slug, {
            measure: cluster.measure,
            verdict: ["gap"],
            cluster: [cluster.key],
          })}
          label={`gaps in ${cluster.name}: open the list`}
          className="font-semibold text-3xl tracking-tight"
        >
          {cluster.tally.gap}
        </NumberLink>
      </p>
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="font-semibold text-[0.9375rem]">
          <Link
            href={paths.cluster(slug, cluster.key, cluster.measure)}
            prefetch={false}
            className="hover:underline"
          >
            {cluster.name}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          {cluster.tally.gap === 0
            ? "No gap left"
            : `${count(cluster.tally.gap, "gap")}, ${sayShare(cluster)}`}
        </p>
        <PartSum slug={slug} cluster={cluster} />
        {cluster.topics.length === 0 ? null : (
          <p className="text-muted text-xs">{cluster.topics.join(" · ")}</p>
        )}
        <NamedAndClaimed cluster={cluster} />
        <ClusterFlags cluster={cluster} />
        <p className="max-w-prose text-muted text-xs">{cluster.why}</p>
      </div>
      <div className="col-start-2 pt-2 lg:col-start-3">
        <TallyBar tally={cluster.tally} />
        <p className="mt-1 text-muted text-xs">
          {cluster.tally.covered} of {count(cluster.tally.inScope, "fix", "fixes")} covered
          {cluster.tally.unknown === 0 ? null : `, ${cluster.tally.unknown} unknown`}
        </p>
      </div>
    </li>
  );
}

function Unclustered({ slug, view }: { slug: string; view: ClustersView }) {
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

/** What single piece of work closes the most gaps? */
export function ClustersScreen({ program, view }: { program: ProgramView; view: ClustersView }) {
  const { slug } = program;
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeader
          title="Clusters"
          aside={
            <MeasureSwitch
              current={view.measure}
              policy={program.measure}
              hrefOf={(to) => paths.clusters(slug, to === program.measure ? undefined : to)}
            />
          }
        >
          Gaps that miss the same rung for one cause, most gaps first, at the measure {view.measure}
          , as of {formatInstant(program.now, program.timeZone)}.
        </PageHeader>
        {view.clusters.length === 0 ? (
          <Empty title="No clusters yet">
            The program’s policy names no cluster, and no gaps were found that belong together.
          </Empty>
        ) : (
          <ol className="divide-y divide-line border-line border-y">
            {view.clusters.map((cluster) => (
              <ClusterLine key={cluster.key} slug={slug} cluster={cluster} />
            ))}
          </ol>
        )}
      </div>
      <Unclustered slug={slug} view={view} />
    </div>
  );
}
