"use client";

import { PageHeader } from "../layout/page-header.tsx";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { AddSourceForm } from "./add-source-form.tsx";
import { SourceBlock } from "./source-block.tsx";
import { useNow } from "./use-now.ts";
import { useSources } from "./use-sources.ts";
import { useStory } from "./use-story.ts";

const ATMOST_EVERY_MS = 1000;

/** Is the data complete and fresh? */
export function SourcesScreen({ renderedAt }: { renderedAt: string }) {
  const { data, isError, dataUpdatedAt } = useSources({ everyMs: ATMOST_EVERY_MS });
  const now = useNow(renderedAt, dataUpdatedAt);
  const { sightings, announced, alarmed } = useStory(data, dataUpdatedAt);
  if (data === undefined) return null;
  return (
    <div className="flex flex-col gap-8">
      <p role="status" className="sr-only">
        {announced.text}
      </p>
      <p role="alert" className="sr-only">
        {alarmed.text}
      </p>
      <div>
        <PageHeader title="Sources">
          Where issues, pull requests and workflow files come from, and how whole they are here.
        </PageHeader>
        {isError ? <Notice>The server did not answer; this is how it stood last.</Notice> : null}
        {data.sources.length === 0 ? (
          <Empty title="No source yet">Add the forge, or a clone on this machine, below.</Empty>
        ) : (
          <div className="flex flex-col gap-10">
            {data.sources.map((source) => (
              <SourceBlock key={source.id} source={source} sightings={sightings} now={now} />
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
