"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import type { DeclaredView } from "#/lib/contract/declared.ts";
import { type GapFilter, gapQuery, PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { formatInstant } from "#/lib/format.ts";
import { ItemJudging } from "../item/item-judging.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { buttonClass } from "../ui/button-class.ts";
import { Notice } from "../ui/notice.tsx";
import { Pages } from "../ui/pages.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { DeclareGap } from "./declare-gap.tsx";
import type { DeclaredPlace } from "./declared-place.ts";
import { GapChips } from "./gap-chips.tsx";
import { GapFilters } from "./gap-filters.tsx";
import { GapTable } from "./gap-table.tsx";
import { KeyHelp } from "./key-help.tsx";
import { NoMatch } from "./no-match.tsx";
import { PopulationTabs } from "./population-tabs.tsx";
import { prepareChips } from "./prepare-chips.ts";
import { sayCount } from "./say-count.ts";
import { UncountedGaps } from "./uncounted-gaps.tsx";
import { useClaim } from "./use-claim.ts";
import { useGaps } from "./use-gaps.ts";
import { useKeyChoice } from "./use-key-choice.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { VerdictTabs } from "./verdict-tabs.tsx";

type Props = {
  program: ProgramView;
  filter: GapFilter;
  ignored: readonly string[];
  /** Declared gaps that are in no count; empty beside the fixes. */
  uncounted: readonly DeclaredView[];
  places: readonly DeclaredPlace[];
};

const titleOf = (filter: GapFilter) => {
  if (filter.population === "issue") return "Open issues, incidents and declared gaps";
  return filter.verdict.length === 1 && filter.verdict[0] === "gap" ? "Gaps" : "Fixes";
};

function Top({
  program,
  filter,
  view,
  places,
}: Pick<Props, "program" | "filter" | "places"> & {
  view: GapsView;
}) {
  const text = measureText(view.measure);
  return (
    <PageHeader
      title={titleOf(filter)}
      aside={
        <div className="flex flex-wrap gap-2">
          {program.archived ? null : <DeclareGap slug={program.slug} places={places} />}
          <a
            href={paths.gapsCsv(program.slug, filter)}
            className={`${buttonClass("plain")} no-print`}
            download
          >
            <Download aria-hidden className="size-4" />
            CSV
          </a>
        </div>
      }
    >
      <p>
        <strong role="status" className="font-semibold text-ink">
          {sayCount(view, filter)}
        </strong>{" "}
        at the measure <strong className="font-medium text-ink">{view.measure}</strong>, as of{" "}
        {formatInstant(program.now, program.timeZone)}. {text.means}
      </p>
      <ItemJudging slug={program.slug} fix={null} waits={program.judging} />
    </PageHeader>
  );
}

/** The list behind every number. */
export function GapScreen({ program, filter, ignored, uncounted, places }: Props) {
  const { slug } = program;
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const [waiting, startWaiting] = useTransition();
  const { data: view, isError, isPlaceholderData } = useGaps(slug, filter);
  const claim = useClaim(slug, filter);
  const [keys, chooseKeys] = useKeyChoice();
  useRowKeys(keys, box);
  if (view === undefined) return null;

  const go = (next: GapFilter) => {
    const measure = next.measure === program.measure ? undefined : next.measure;
    const target = paths.gaps(slug, { ...next, measure });
    if (gapQuery({ ...filter, page: 1 }) === gapQuery({ ...next, measure })) return;
    const typed = next.q !== filter.q;
    startWaiting(() =>
      typed ? router.replace(target, { scroll: false }) : router.push(target, { scroll: false }),
    );
  };
  const toPage = (page: number) => paths.gaps(slug, { ...filter, page });
  const all = VERDICTS.reduce((sum, verdict) => sum + view.counts[verdict], 0);
  return (
    <div className="flex flex-col gap-3" aria-busy={waiting || isPlaceholderData}>
      <Top program={program} filter={filter} view={view} places={places} />
      <PopulationTabs slug={slug} filter={filter} />
      {ignored.length === 0 ? null : (
        <Notice>
          Left out of the address, because it was not understood: {ignored.join(", ")}.
        </Notice>
      )}
      {isError ? <Notice>The server did not answer; this is the last list it gave.</Notice> : null}
      <GapFilters filter={filter} view={view} box={box} onFilter={go} />
      <GapChips slug={slug} filter={filter} chips={prepareChips(filter, view.choices)} />
      <VerdictTabs slug={slug} filter={filter} view={view} />
      <div className={waiting ? "opacity-60 transition-opacity delay-200" : ""}>
        {view.rows.length === 0 ? (
          <NoMatch slug={slug} filter={filter} all={all} />
        ) : (
          <GapTable filter={filter} view={view} program={program} onClaim={claim} />
        )}
      </div>
      <Pages view={view} size={PAGE_SIZE} hrefOf={toPage} />
      <UncountedGaps gaps={uncounted} program={program} places={places} />
      <KeyHelp on={keys} onChoose={chooseKeys} />
    </div>
  );
}
