"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import { type MergedFilter, type MergedView, mergedQuery } from "#/lib/contract/merged.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { JudgingLine } from "../decide/judging-line.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Notice } from "../ui/notice.tsx";
import { Pages } from "../ui/pages.tsx";
import { useListFocus } from "../ui/use-list-focus.ts";
import { COUNTS_TEXTS, sayMergedCount } from "./counts-text.ts";
import { MergedFilters } from "./merged-filters.tsx";
import { MergedRowLine } from "./merged-row-line.tsx";
import { MergedTabs } from "./merged-tabs.tsx";
import { NoMerged } from "./no-merged.tsx";
import { TestKinds } from "./test-kinds.tsx";
import { useMerged } from "./use-merged.ts";

type Shown = { program: ProgramView; filter: MergedFilter; view: MergedView };

function Top({ filter, view }: Omit<Shown, "program">) {
  return (
    <PageHeader title="Merged pull requests">
      <p>
        What counts as a fix, and why.{" "}
        <strong role="status" className="font-semibold text-ink">
          {sayMergedCount(view.counts, filter.counts)}.
        </strong>{" "}
        {COUNTS_TEXTS[filter.counts].means}
      </p>
    </PageHeader>
  );
}

function Rows({ program, filter, view }: Shown) {
  if (view.rows.length === 0) return <NoMerged slug={program.slug} filter={filter} view={view} />;
  return (
    <ul className="divide-y divide-line border-line border-b">
      {view.rows.map((row) => (
        <MergedRowLine
          key={`${row.alias}:${row.number ?? row.sha}`}
          row={row}
          slug={program.slug}
          counts={filter.counts}
          timeZone={program.timeZone}
        />
      ))}
    </ul>
  );
}

/** Another filter is another address; typing replaces the last one, a choice adds one to go back to. */
function useGo(slug: string, filter: MergedFilter) {
  const router = useRouter();
  const [waiting, startWaiting] = useTransition();
  const go = (next: MergedFilter) => {
    if (mergedQuery({ ...filter, page: 1 }) === mergedQuery(next)) return;
    const target = paths.merged(slug, next);
    const typed = next.q !== filter.q;
    startWaiting(() =>
      typed ? router.replace(target, { scroll: false }) : router.push(target, { scroll: false }),
    );
  };
  return { waiting, go };
}

function List({ program, filter, view }: Shown) {
  const { slug } = program;
  const { waiting, go } = useGo(slug, filter);
  const { judging } = view;
  const list = useListFocus(judging);
  return (
    <>
      <MergedFilters filter={filter} repos={view.repos} onFilter={go} />
      <MergedTabs slug={slug} filter={filter} counts={view.counts} />
      <JudgingLine judging={judging} />
      <section
        ref={list}
        tabIndex={-1}
        aria-busy={waiting}
        aria-label={COUNTS_TEXTS[filter.counts].tab}
        className={`outline-none ${waiting ? "opacity-60 transition-opacity delay-200" : ""}`}
      >
        <Rows program={program} filter={filter} view={view} />
      </section>
      <Pages
        view={view}
        size={PAGE_SIZE}
        hrefOf={(page) => paths.merged(slug, { ...filter, page })}
      />
    </>
  );
}

/** What counts as a fix, and why. */
export function MergedScreen({
  program,
  filter,
  ignored,
}: {
  program: ProgramView;
  filter: MergedFilter;
  ignored: readonly string[];
}) {
  const { slug, timeZone } = program;
  const { data: view, isError } = useMerged(slug, filter);
  if (view === undefined) return null;
  return (
    <div className="flex flex-col gap-9">
      <div className="flex flex-col gap-3">
        <Top filter={filter} view={view} />
        {ignored.length === 0 ? null : (
          <Notice>
            Left out of the address, because it was not understood: {ignored.join(", ")}.
          </Notice>
        )}
        {isError ? (
          <Notice>The server did not answer; this is the last list it gave.</Notice>
        ) : null}
        <List program={program} filter={filter} view={view} />
      </div>
      <TestKinds words={view.testKinds} repos={view.repos} slug={slug} timeZone={timeZone} />
    </div>
  );
}
