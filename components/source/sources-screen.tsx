"use client";

import { PageHeader } from "../layout/page-header.tsx";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { AddSourceForm } from "./add-source-form.tsx";
import { SourceBlock } from "./source-block.tsx";
import { useSources } from "./use-sources.ts";

/** Is the data complete and fresh? */
export function SourcesScreen({ renderedAt }: { renderedAt: string }) {
  const { data, isError, dataUpdatedAt } = useSources();
  if (data === undefined) return null;
  // The server's clock on the first paint, so that both sides render the same words.
  const now =
    dataUpdatedAt > Date.parse(renderedAt) ? new Date(dataUpdatedAt).toISOString() : renderedAt;
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeader title="Sources">
          Where issues, pull requests and workflow files come from, and how whole they are here.
        </PageHeader>
        {isError ? <Notice>The server did not answer; this is how it stood last.</Notice> : null}
        {data.sources.length === 0 ? (
          <Empty title="No source yet">Add the forge, or a clone on this machine, below.</Empty>
        ) : (
          <div className="flex flex-col gap-8">
            {data.sources.map((source) => (
              <SourceBlock key={source.id} source={source} now={now} />
            ))}
          </div>
        )}
      </div>
      <Section id="add" title="Add a source">
        <AddSourceForm />
      </Section>
    </div>
  );
}
