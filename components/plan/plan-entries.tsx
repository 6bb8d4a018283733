"use client";

import { useState } from "react";
import type { PlanEntryView, PlanView } from "#/lib/contract/plan.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { count } from "#/lib/format.ts";
import { Button } from "../ui/button.tsx";
import { EntryActions } from "./entry-actions.tsx";
import { EntryBody } from "./entry-body.tsx";
import type { SaidOfEntry } from "./plan-cache.ts";
import { PlanEntry } from "./plan-entry.tsx";
import { prepareNames } from "./prepare-lanes.ts";
import { useDrag } from "./use-drag.tsx";
import { useMoveKeys } from "./use-move-keys.ts";
import { useMovedFocus } from "./use-moved-focus.ts";
import { useMoves } from "./use-moves.ts";
import type { MakeOrder } from "./use-orders.ts";

// A long plan is read from its head.
const SHOWN_FIRST = 100;

type Props = {
  program: ProgramView;
  view: PlanView;
  onOrder: (make: MakeOrder) => void;
  onSay: (said: SaidOfEntry) => void;
};

function useOrdering({ program, view, onOrder, onSay }: Props) {
  const { entries } = view;
  const { told, moveBy, moveFrom } = useMoves({ view, onOrder });
  const dragOf = useDrag(moveFrom);
  useMovedFocus(entries.map(({ key }) => key).join("\n"));
  useMoveKeys(program.archived ? null : moveBy);
  const names = prepareNames(entries);
  const of = (entry: PlanEntryView, at: number) => ({
    drag: dragOf(at),
    actions: (
      <EntryActions
        entry={entry}
        names={names}
        first={at === 0}
        last={at === entries.length - 1}
        onMove={(by) => moveBy(entry.key, by)}
        onSay={onSay}
      />
    ),
  });
  return { told, of: program.archived ? () => ({ drag: null, actions: null }) : of };
}

/** The entries in their order, which a keyboard or a mouse can change. */
export function PlanEntries(props: Props) {
  const { slug, timeZone } = props.program;
  const { entries, measure } = props.view;
  const { told, of } = useOrdering(props);
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN_FIRST);
  return (
    <>
      <p role="status" className="sr-only">
        {told}
      </p>
      <ol className="divide-y divide-line border-line border-y">
        {shown.map((entry, at) => (
          <PlanEntry key={entry.key} entry={entry} place={at + 1} {...of(entry, at)}>
            <EntryBody slug={slug} measure={measure} timeZone={timeZone} entry={entry} />
          </PlanEntry>
        ))}
      </ol>
      {shown.length === entries.length ? null : (
        <Button className="mt-3" onClick={() => setAll(true)}>
          Show {count(entries.length - shown.length, "more entry", "more entries")}
        </Button>
      )}
    </>
  );
}
