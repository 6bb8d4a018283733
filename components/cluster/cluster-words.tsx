"use client";

import type { ClusterWordView } from "#/lib/contract/clusters.ts";
import { formatInstant } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";
import { useListFocus } from "../ui/use-list-focus.ts";
import { sayEffect } from "./say-effect.ts";
import { ShapeButton } from "./shape-button.tsx";
import type { ShapeAsk } from "./shape-dialog.tsx";

const UNFOLDED = 10;

const askBack = ({ id, text }: ClusterWordView): ShapeAsk => ({
  title: "Take it back",
  means: (
    <>
      <p className="text-ink">{text}.</p>
      <p className="mt-1">It no longer counts; what was said before and after it still does.</p>
    </>
  ),
  verb: "Take it back",
  said: "It is taken back",
  writes: () => [{ takesBack: id }],
});

type Shown = { slug: string; timeZone: string; archived: boolean; judging: boolean };

function Word({ word, slug, timeZone, archived, judging }: Shown & { word: ClusterWordView }) {
  const effect = sayEffect(word, judging);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="wrap-anywhere min-w-0 flex-1 basis-64 text-sm">
        <p>
          {word.text}.
          {effect === null ? null : (
            <span className="ml-2 rounded border border-line px-1.5 py-px text-muted text-xs">
              {effect}
            </span>
          )}
        </p>
        <p className="text-muted text-xs">
          {word.by}
          {word.byKind === "person" ? null : ` (${word.byKind})`},{" "}
          {formatInstant(word.at, timeZone)}
          {word.reason === null ? null : <>: {word.reason}</>}
        </p>
      </div>
      {archived ? null : (
        <div className="no-print">
          <ShapeButton slug={slug} label="Take back" subject={word.text} ask={askBack(word)} />
        </div>
      )}
    </li>
  );
}

/** What people said of clusters and did not take back, the newest first. */
export function ClusterWords({
  words,
  note,
  ...shown
}: Shown & { words: readonly ClusterWordView[]; note: string }) {
  const list = useListFocus(shown.judging);
  const newest = words.toReversed();
  const older = newest.slice(UNFOLDED);
  const lines = (some: readonly ClusterWordView[]) => (
    <ol className="divide-y divide-line">
      {some.map((word) => (
        <Word key={word.id} word={word} {...shown} />
      ))}
    </ol>
  );
  return (
    <Section id="words" title="What people decided about clusters" note={note}>
      <section
        ref={list}
        tabIndex={-1}
        aria-label="Words on clusters"
        className="border-line border-y outline-none"
      >
        {words.length === 0 ? (
          <p className="py-3 text-muted text-sm">Nobody has said anything.</p>
        ) : (
          lines(newest.slice(0, UNFOLDED))
        )}
        {older.length === 0 ? null : (
          <details className="border-line border-t py-1 text-sm">
            <summary className="min-h-6 w-fit rounded text-muted hover:text-ink">
              {older.length} older
            </summary>
            {lines(older)}
          </details>
        )}
      </section>
    </Section>
  );
}
