"use client";

import type { PlanView } from "#/lib/contract/plan.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { formatInstant } from "#/lib/format.ts";
import { ClusterJudging } from "../cluster/cluster-judging.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Notice } from "../ui/notice.tsx";
import { MeasureSwitch } from "../verdict/measure-switch.tsx";
import { CopyMarkdown } from "./copy-markdown.tsx";
import { DispatchOrder } from "./dispatch-order.tsx";
import { NoPlan } from "./no-plan.tsx";
import { OpenPulls } from "./open-pulls.tsx";
import { PlanHeadline } from "./plan-headline.tsx";
import { RestGaps } from "./rest-gaps.tsx";
import { SpareWork } from "./spare-work.tsx";
import { useOrders } from "./use-orders.ts";
import { usePlan } from "./use-plan.ts";
import { usePlanWord } from "./use-plan-word.ts";
import { WaitsForSignOff } from "./waits-for-sign-off.tsx";
import { WhoHasWhat } from "./who-has-what.tsx";

function Top({ program, view }: { program: ProgramView; view: PlanView }) {
  const { slug, timeZone, judging } = program;
  const { measure, policy } = view;
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        title="Plan"
        aside={
          <MeasureSwitch
            current={measure}
            policy={program.measure}
            hrefOf={(to) => paths.plan(slug, to === program.measure ? undefined : to)}
          />
        }
      >
        What to do next, by whom, and what it is worth at the measure {measure}; policy{" "}
        {policy.name}, version {policy.version}, as of {formatInstant(program.now, timeZone)}.
      </PageHeader>
      <ClusterJudging slug={slug} measure={measure} waits={judging} />
      <PlanHeadline slug={slug} view={view} />
      <RestGaps rest={view.rest} timeZone={timeZone} />
      <CopyMarkdown slug={slug} measure={measure} />
    </div>
  );
}

/** Who works on what next, and what is it worth? */
export function PlanScreen({
  program,
  measure,
}: {
  program: ProgramView;
  /** What the address asks for; undefined for the policy's. */
  measure: Measure | undefined;
}) {
  const { slug } = program;
  const { data, isError, isFetching, isPlaceholderData } = usePlan(slug, measure);
  const { shown: view, order } = useOrders(slug, measure, data);
  const say = usePlanWord(slug, measure);
  if (view === undefined) return null;
  const { entries } = view;
  return (
    <div className="flex flex-col gap-9" aria-busy={isFetching || isPlaceholderData}>
      <Top program={program} view={view} />
      {isError ? <Notice>The server did not answer; this is the last plan it gave.</Notice> : null}
      {entries.length === 0 ? (
        <NoPlan program={program} view={view} />
      ) : (
        <DispatchOrder program={program} view={view} onOrder={order} onSay={say} />
      )}
      <SpareWork spare={view.spare} />
      <OpenPulls pulls={view.pulls} />
      {entries.length === 0 ? null : (
        <>
          <WhoHasWhat entries={entries} />
          <WaitsForSignOff entries={entries} />
        </>
      )}
    </div>
  );
}
