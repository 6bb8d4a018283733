"use client";

import { PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import type { LinksView } from "#/lib/contract/links.ts";
import { JudgingLine } from "../decide/judging-line.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pages } from "../ui/pages.tsx";
import { Section } from "../ui/section.tsx";
import { useListFocus } from "../ui/use-list-focus.ts";
import { prepareQuestions } from "./prepare-questions.ts";
import { QuestionLine } from "./question-line.tsx";
import { RejectedLinks } from "./rejected-links.tsx";
import { sayLinks, sayRejected, sayWaiting } from "./say-links.ts";
import { useLinks } from "./use-links.ts";

function Rows({ slug, view }: { slug: string; view: LinksView }) {
  if (view.rows.length === 0) {
    return (
      <Empty title="Nothing waits for a person">
        Every reference that was read means one thing, or a person said what it means.
      </Empty>
    );
  }
  return (
    <ul className="divide-y divide-line border-line border-y">
      {prepareQuestions(view.rows).map((question) => (
        <QuestionLine key={question.key} question={question} slug={slug} judging={view.judging} />
      ))}
    </ul>
  );
}

function Rejected({ slug, view: { rejected, timeZone } }: { slug: string; view: LinksView }) {
  if (rejected.total === 0) return null;
  return (
    <Section
      id="rejected"
      title={sayRejected(rejected)}
      note="What people said to be no links, the newest word first. It holds whatever the texts say, until it is taken back."
    >
      <div className="border-line border-y">
        <RejectedLinks links={rejected.rows} slug={slug} timeZone={timeZone} />
      </div>
    </Section>
  );
}

/** Which references does nobody but a person understand? */
export function LinksScreen({
  slug,
  page,
  ignored,
}: {
  slug: string;
  page: number;
  ignored: readonly string[];
}) {
  const { data: view, isError } = useLinks(slug, page);
  const list = useListFocus(view?.judging ?? false);
  if (view === undefined) return null;
  return (
    <div className="flex flex-col gap-3">
      <PageHeader title="Links to confirm">
        <p>
          <strong role="status" className="font-semibold text-ink">
            {sayWaiting(view.counts)}.
          </strong>{" "}
          {sayLinks(view.counts)} A reference that may mean several things is a link to each of
          them, and counts for nothing until somebody says which is meant.
        </p>
      </PageHeader>
      {ignored.length === 0 ? null : (
        <Notice>
          Left out of the address, because it was not understood: {ignored.join(", ")}.
        </Notice>
      )}
      {isError ? <Notice>The server did not answer; this is the last list it gave.</Notice> : null}
      <JudgingLine judging={view.judging} />
      <section ref={list} tabIndex={-1} aria-label="Links to confirm" className="outline-none">
        <Rows slug={slug} view={view} />
      </section>
      <Pages view={view} size={PAGE_SIZE} hrefOf={(to) => paths.links(slug, to)} />
      <Rejected slug={slug} view={view} />
    </div>
  );
}
