import { TriangleAlert } from "lucide-react";
import type { GateStepView, SelectionView } from "#/lib/contract/gate.ts";
import { PlaceLink } from "./place-link.tsx";

function Mask({ reason }: { reason: string }) {
  return (
    <span className="wrap-anywhere block text-xs">
      <TriangleAlert aria-hidden className="mr-1 inline size-3.5 text-nogate" />
      Masked: {reason}
    </span>
  );
}

/** `Makefile:120 → hack/test.sh:14`: how the step leads to the tests. */
function Way({ via }: Pick<SelectionView, "via">) {
  if (via.length === 0) return null;
  return (
    <span className="text-muted">
      {" "}
      by{" "}
      {via.map((place, index) => (
        <span key={`${index}:${place.path}:${place.line}`}>
          {index === 0 ? null : " → "}
          <PlaceLink {...place} />
        </span>
      ))}
    </span>
  );
}

function Selection({ selection: { pattern, via, maskReason } }: { selection: SelectionView }) {
  return (
    <li className="py-0.5">
      <span className="break-all font-mono text-xs">
        {pattern === "…" ? "tests that cannot be told" : pattern}
      </span>
      <Way via={via} />
      {maskReason === null ? null : <Mask reason={maskReason} />}
    </li>
  );
}

function Step({ step: { place, text, maskReason, selects, lints } }: { step: GateStepView }) {
  const [first = "", ...rest] = text.split("\n");
  return (
    <li className="grid gap-x-5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <p>
        <PlaceLink {...place} short />
      </p>
      <div className="min-w-0 text-sm">
        {rest.length === 0 ? (
          <code className="wrap-anywhere font-mono text-xs">{first}</code>
        ) : (
          <details>
            <summary className="wrap-anywhere min-h-6 w-fit max-w-full rounded font-mono text-xs leading-6">
              {first}
            </summary>
            <pre className="wrap-anywhere whitespace-pre-wrap border-line border-l-2 pl-3 font-mono text-xs">
              {rest.join("\n")}
            </pre>
          </details>
        )}
        {maskReason === null ? null : <Mask reason={maskReason} />}
        {selects.length === 0 ? (
          <p className="text-muted text-xs">
            Selects no test{lints.length === 0 ? "" : `; only lints ${lints.join(", ")}`}.
          </p>
        ) : (
          <ul aria-label="Tests that it selects" className="mt-1 border-line border-l-2 pl-3">
            {selects.map((selection, index) => (
              <Selection key={`${index}:${selection.pattern}`} selection={selection} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** The steps that run something, each with the tests that it selects and the way that leads there. */
export function GateSteps({
  steps,
  calls,
}: {
  steps: readonly GateStepView[];
  calls: string | null;
}) {
  if (steps.length === 0) {
    return (
      <p className="text-muted text-sm">
        {calls === null
          ? "None of its steps runs a script."
          : "It has no steps of its own: the workflow that it calls has them."}
      </p>
    );
  }
  return (
    <ol className="divide-y divide-line border-line border-y">
      {steps.map((step, index) => (
        <Step key={`${index}:${step.place.line}`} step={step} />
      ))}
    </ol>
  );
}
