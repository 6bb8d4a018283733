import Link from "next/link";
import type { ClusterDetailView, ClusterView } from "#/lib/contract/clusters.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { count } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { MeasureSwitch } from "../verdict/measure-switch.tsx";
import { ClusterActions } from "./cluster-actions.tsx";
import { ClusterFacts } from "./cluster-facts.tsx";
import { ClusterGaps } from "./cluster-gaps.tsx";
import { ClusterJudging } from "./cluster-judging.tsx";
import { ClusterWords } from "./cluster-words.tsx";
import { Members } from "./members.tsx";
import { sayShare } from "./say-share.ts";

type Shown = { program: ProgramView; view: ClusterDetailView };

/** What closing the cluster is worth. */
function Worth({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  const { tally, measure } = cluster;
  return (
    <>
      <p className="font-semibold text-5xl tracking-tight">
        <ClusterGaps slug={slug} cluster={cluster} />
        <span className="ml-2 font-normal text-base text-muted tracking-normal">
          {tally.gap === 1 ? "gap" : "gaps"} of {count(tally.inScope, "fix", "fixes")} at the
          measure {measure}
          {tally.gap === 0 ? "" : `; ${sayShare(cluster)}`}
        </span>
      </p>
      <div className="mt-3 flex flex-col gap-1.5">
        <ClusterFacts slug={slug} cluster={cluster} />
      </div>
    </>
  );
}

function Top({ program, view: { cluster } }: Shown) {
  const { slug, measure, archived, judging } = program;
  const { key, name, pinned, architecture } = cluster;
  return (
    <div>
      <p className="wrap-anywhere text-muted text-xs">
        <Link href={paths.clusters(slug)} prefetch={false} className="hover:underline">
          Clusters
        </Link>{" "}
        / {key}
      </p>
      <PageHeader
        title={name}
        aside={
          <MeasureSwitch
            current={cluster.measure}
            policy={measure}
            hrefOf={(to) => paths.cluster(slug, key, to === measure ? undefined : to)}
          />
        }
      />
      <ClusterJudging slug={slug} measure={cluster.measure} cluster={key} waits={judging} />
      <Worth slug={slug} cluster={cluster} />
      {archived ? null : (
        <div className="mt-3">
          <ClusterActions slug={slug} cluster={{ key, name, pinned, architecture }} />
        </div>
      )}
    </div>
  );
}

/** One cause, the gaps it leaves, and what closing it is worth. */
export function ClusterScreen({ program, view }: Shown) {
  const { slug, timeZone, archived, judging } = program;
  return (
    <div className="flex flex-col gap-8">
      <Top program={program} view={view} />
      <Members program={program} view={view} />
      <ClusterWords
        words={view.words}
        note="Those that shaped this cluster; all of them stand on the page of the clusters."
        slug={slug}
        timeZone={timeZone}
        archived={archived}
        judging={judging}
      />
    </div>
  );
}
