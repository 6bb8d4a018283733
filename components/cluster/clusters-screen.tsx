import type { ClustersView } from "#/lib/contract/clusters.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { formatInstant } from "#/lib/format.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Empty } from "../ui/empty.tsx";
import { MeasureSwitch } from "../verdict/measure-switch.tsx";
import { ChoiceProvider } from "./choice.tsx";
import { ClusterJudging } from "./cluster-judging.tsx";
import { ClusterLine } from "./cluster-line.tsx";
import { ClusterWords } from "./cluster-words.tsx";
import { EveryGapOnce } from "./every-gap-once.tsx";
import { MergeBar } from "./merge-bar.tsx";

type Shown = { program: ProgramView; view: ClustersView };

function List({ program: { slug, archived }, view: { clusters } }: Shown) {
  if (clusters.length === 0) {
    return (
      <Empty title="No clusters yet">
        The program’s policy names no cluster, and no gaps were found that belong together.
      </Empty>
    );
  }
  const mergeable = clusters.map(({ key, name, tally }) => ({ key, name, gaps: tally.gap }));
  return (
    <ChoiceProvider all={clusters.map(({ key }) => key)}>
      {archived || clusters.length < 2 ? null : <MergeBar slug={slug} clusters={mergeable} />}
      <ol className="divide-y divide-line border-line border-y">
        {clusters.map((cluster) => (
          <ClusterLine key={cluster.key} slug={slug} cluster={cluster} archived={archived} />
        ))}
      </ol>
    </ChoiceProvider>
  );
}

/** What single piece of work closes the most gaps? */
export function ClustersScreen({ program, view }: Shown) {
  const { slug, timeZone, archived, judging } = program;
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
          , as of {formatInstant(program.now, timeZone)}.
        </PageHeader>
        <ClusterJudging slug={slug} measure={view.measure} waits={judging} />
        <List program={program} view={view} />
      </div>
      <EveryGapOnce slug={slug} view={view} />
      <ClusterWords
        words={view.words}
        note="They win over rules and suggestions and apply in the order in which they were said."
        slug={slug}
        timeZone={timeZone}
        archived={archived}
        judging={judging}
      />
    </div>
  );
}
