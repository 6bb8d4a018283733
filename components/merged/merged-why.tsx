import type { MergedRow } from "#/lib/contract/merged.ts";
import { decidingStep } from "../step/deciding-step.ts";
import { sayNote } from "../step/say-note.ts";
import { StepList } from "../step/step-list.tsx";

function sayWhy({ steps, decision, number }: MergedRow): string {
  const step = decidingStep(steps);
  if (step?.rule === "decided" && decision !== null) return "A person decided.";
  if (step !== null) return sayNote(step.note);
  return number === null
    ? "No pull request: nothing was reviewed or gated before the merge."
    : "No rule was recorded.";
}

/** What decided, and one click away every rule that fired, in order. */
export function MergedWhy({ row }: { row: MergedRow }) {
  const why = sayWhy(row);
  if (row.steps.length === 0) return <p className="text-muted text-sm">{why}</p>;
  return (
    <details className="text-sm">
      <summary className="wrap-anywhere w-fit rounded text-muted hover:text-ink">{why}</summary>
      <div className="mt-1 mb-2 border-line border-l-2 pl-3">
        <StepList steps={row.steps} />
      </div>
    </details>
  );
}
