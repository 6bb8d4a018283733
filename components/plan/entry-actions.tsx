"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { SaidOfEntry } from "./plan-cache.ts";
import { PriorityChoice } from "./priority-choice.tsx";

// Most readers only read, and it brings a library along.
const AssignDialog = lazy(() =>
  import("./assign-dialog.tsx").then((module) => ({ default: module.AssignDialog })),
);

function Move({
  by,
  title,
  rests,
  onMove,
}: {
  by: 1 | -1;
  title: string;
  rests: boolean;
  onMove: () => void;
}) {
  const [Icon, label] = by === -1 ? [ArrowUp, "Move up"] : [ArrowDown, "Move down"];
  return (
    <Button
      size="icon"
      // A button that cannot be pressed keeps the focus that is on it.
      aria-disabled={rests}
      aria-label={`${label}: ${title}`}
      title={`${label} (Shift+${by === -1 ? "↑" : "↓"})`}
      className="size-6! scroll-mt-20 aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
      onClick={() => (rests ? undefined : onMove())}
    >
      <Icon aria-hidden className="size-3.5" />
    </Button>
  );
}

/** What a person can say of one entry. */
export function EntryActions({
  entry,
  names,
  first,
  last,
  onMove,
  onSay,
}: {
  entry: PlanEntryView;
  names: readonly string[];
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onSay: (said: SaidOfEntry) => void;
}) {
  const operator = useOperator();
  const [assigning, setAssigning] = useState(false);
  const ask = async () => {
    if (await operator.ready()) setAssigning(true);
  };
  const { key, title } = entry;
  return (
    <div className="no-print flex flex-wrap items-center gap-1.5">
      <Move by={-1} title={title} rests={first} onMove={() => onMove(-1)} />
      <Move by={1} title={title} rests={last} onMove={() => onMove(1)} />
      <Button size="small" className="scroll-mt-20" onClick={() => void ask()}>
        Assign…<span className="sr-only"> {title}</span>
      </Button>
      <PriorityChoice entry={entry} onSay={onSay} />
      {assigning ? (
        <Suspense>
          <AssignDialog
            entry={entry}
            names={names}
            onAssign={(value) => onSay({ verb: "assign", subject: key, value })}
            onClose={() => setAssigning(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
