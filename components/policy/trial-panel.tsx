"use client";

import { RefreshCw } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { TrialView } from "#/lib/contract/policy.ts";
import { count } from "#/lib/format.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { FlipsTable } from "./flips-table.tsx";

// Most visits never open it, and it brings a library along.
const ApplyDialog = lazy(() =>
  import("./apply-dialog.tsx").then((module) => ({ default: module.ApplyDialog })),
);

type Props = {
  slug: string;
  trial: TrialView | undefined;
  isTrying: boolean;
  /** Whether the form says something else by now. */
  isStale: boolean;
  onDiscard: () => void;
};

/** What would change if the tried rules were in force; nothing of it counts before it is applied. */
export function TrialPanel({ slug, trial, isTrying, isStale, onDiscard }: Props) {
  const result = trial?.result ?? null;
  return (
    <div className="mt-5 has-[>p:only-child:empty]:mt-0">
      <p role="status" className="text-sm empty:hidden">
        {isTrying ? (
          <>
            <RefreshCw aria-hidden className="mr-1.5 inline size-3.5 animate-spin" />
            Trying: everything is judged by these rules, and nothing is written…
          </>
        ) : result === null ? null : (
          <>
            <strong className="font-semibold">{sayFlips(result.flips.length)}</strong> Nothing
            counts yet.
          </>
        )}
      </p>
      {isTrying ? (
        <Button tone="quiet" className="mt-2" onClick={onDiscard}>
          Cancel
        </Button>
      ) : null}
      {trial?.state === "failed" ? <Failed why={trial.error} onDiscard={onDiscard} /> : null}
      {trial === undefined || result === null || isTrying ? null : (
        <div className="mt-3 flex flex-col gap-4">
          <Changes changes={trial.changes} />
          <FiguresTable result={result} />
          {isStale ? (
            <Notice>The form was changed since. Try it again before it is applied.</Notice>
          ) : null}
          <Actions {...{ slug, trial, isStale, onDiscard }} />
          <FlipsTable flips={result.flips} />
        </div>
      )}
    </div>
  );
}

const sayFlips = (flips: number): string =>
  flips === 0 ? "No item would change." : `${count(flips, "item")} would change.`;

function Failed({ why, onDiscard }: { why: string | null; onDiscard: () => void }) {
  return (
    <div role="alert" className="mt-3 flex flex-col items-start gap-2">
      <Notice>{why}</Notice>
      <Button tone="quiet" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}

function Changes({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0)
    return <p className="text-muted text-sm">These are the rules in force.</p>;
  return (
    <ul className="list-disc pl-4 text-sm">
      {changes.map((change) => (
        <li key={change} className="wrap-anywhere">
          {change}
        </li>
      ))}
    </ul>
  );
}

function Actions({
  slug,
  trial,
  isStale,
  onDiscard,
}: {
  slug: string;
  trial: TrialView;
  isStale: boolean;
  onDiscard: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        tone="strong"
        disabled={isStale || trial.changes.length === 0}
        onClick={() => setAsking(true)}
      >
        Apply…
      </Button>
      <Button tone="quiet" onClick={onDiscard}>
        Cancel: discard this trial
      </Button>
      {isAsking ? (
        <Suspense>
          <ApplyDialog
            slug={slug}
            trial={trial}
            onDone={onDiscard}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
