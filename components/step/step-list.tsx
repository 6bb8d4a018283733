import type { ReactNode } from "react";
import type { StepView } from "#/lib/contract/step.ts";
import { count } from "#/lib/format.ts";
import { StepLine } from "./step-line.tsx";

const SHOWN = 12;

/** Steps in their order; of very many the first are shown, the others are one click away. */
export function StepList({
  steps,
  actionOf,
}: {
  steps: readonly StepView[];
  /** What can be done about a step, beside it. */
  actionOf?: (step: StepView) => ReactNode;
}) {
  const line = (step: StepView, index: number) => (
    // The list never reorders, and one rule may fire twice; what another rule says of the same file keeps the focus.
    <StepLine key={`${index}:${step.path ?? ""}`} step={step}>
      {actionOf?.(step)}
    </StepLine>
  );
  const rest = steps.slice(SHOWN);
  return (
    <>
      <ol>{steps.slice(0, SHOWN).map(line)}</ol>
      {rest.length === 0 ? null : (
        <details>
          <summary className="w-fit rounded py-1 text-muted text-sm hover:text-ink">
            {count(rest.length, "more step")}
          </summary>
          <ol start={SHOWN + 1}>{rest.map(line)}</ol>
        </details>
      )}
    </>
  );
}
