"use client";

import type { OverviewView } from "#/lib/contract/overview.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { BurndownFigure } from "../chart/burndown-figure.tsx";
import type { Direction } from "../chart/prepare-burndown.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { MeasureSwitch } from "../verdict/measure-switch.tsx";
import { Freshness } from "./freshness.tsx";
import { Headline } from "./headline.tsx";
import { IssuesPanel } from "./issues-panel.tsx";
import { LadderTable } from "./ladder-table.tsx";
import { NotAudited } from "./not-audited.tsx";
import { overviewQuery } from "./overview-query.ts";
import { RepositoryTable } from "./repository-table.tsx";
import { SweepLine } from "./sweep-line.tsx";
import { TopClusters } from "./top-clusters.tsx";
import { useOverview } from "./use-overview.ts";

type Shown = { view: OverviewView; measure: Measure; direction: Direction };

function Title({ view, measure, direction }: Shown) {
  const { program } = view;
  return (
    <PageHeader
      title={program.name}
      aside={
        <MeasureSwitch
          current={measure}
          policy={program.measure}
          hrefOf={(to) =>
            paths.overview(
              program.slug,
              overviewQuery({ measure: to, direction, policy: program.measure }),
            )
          }
        />
      }
    >
      {(program.mandate ?? "") === "" ? null : (
        <p>
          “{program.mandate}”{program.mandateBy === null ? null : ` — ${program.mandateBy}`}
          {program.trackingIssue === null ? null : (
            <>
              {", "}
              {program.trackingIssue.url === null ? (
                program.trackingIssue.label
              ) : (
                <a href={program.trackingIssue.url} className="figure-link">
                  {program.trackingIssue.label}
                </a>
              )}
            </>
          )}
        </p>
      )}
    </PageHeader>
  );
}

function Trend({ view, measure, direction }: Shown) {
  const { slug } = view.program;
  return (
    <div className="grid gap-x-10 gap-y-9 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
      <BurndownFigure
        program={view.program}
        series={view.burndown}
        direction={direction}
        hrefOf={(to) =>
          paths.overview(
            slug,
            overviewQuery({ measure, direction: to, policy: view.program.measure }),
          )
        }
      />
      <TopClusters slug={slug} clusters={view.clusters} />
    </div>
  );
}

function Tables({ view, measure }: { view: OverviewView; measure: Measure }) {
  const { slug } = view.program;
  return (
    <>
      <Section
        id="repositories"
        title="Repositories"
        note={`${view.audited} of ${view.inScopeRepositories} repositories audited. The first columns are the audit’s own measure, has_test@1.`}
      >
        <RepositoryTable view={view} measure={measure} />
      </Section>
      <Section
        id="ladder"
        title="Every measure, side by side"
        note="Fixes of the audited repositories."
      >
        <LadderTable
          slug={slug}
          measures={view.measures}
          current={measure}
          population="fix"
          baseline={view.baseline}
          caption="Fixes at every measure"
        />
      </Section>
      <IssuesPanel view={view} measure={measure} />
      <Section id="sweep" title="The sweep" note="What is left to look at, whoever does it.">
        <SweepLine view={view} />
      </Section>
    </>
  );
}

/** Are we getting to all of them, and what is in the way? */
export function OverviewScreen({
  slug,
  chosen,
  direction,
}: {
  slug: string;
  chosen: Measure | undefined;
  direction: Direction;
}) {
  const { data: view, isError } = useOverview(slug, chosen);
  if (view === undefined) return null;
  const measure = chosen ?? view.program.measure;
  const title = <Title view={view} measure={measure} direction={direction} />;
  if (view.audited === 0) {
    return (
      <>
        {title}
        <NotAudited view={view} />
      </>
    );
  }
  return (
    <div className="flex flex-col gap-9">
      <div>
        {title}
        {isError ? (
          <Notice>The server did not answer; these are the last figures it gave.</Notice>
        ) : null}
        <Headline view={view} measure={measure} />
        <div className="mt-4">
          <Freshness view={view} />
        </div>
      </div>
      <Trend view={view} measure={measure} direction={direction} />
      <Tables view={view} measure={measure} />
    </div>
  );
}
