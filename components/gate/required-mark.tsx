import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { GateView } from "#/lib/contract/gates.ts";
import { sayRequired } from "./say-required.ts";

const ICONS = {
  good: <CircleCheck aria-hidden className="mt-0.5 size-3.5 shrink-0 text-covered" />,
  bad: <CircleX aria-hidden className="mt-0.5 size-3.5 shrink-0 text-nogate" />,
  unknown: <CircleHelp aria-hidden className="mt-0.5 size-3.5 shrink-0 text-unknown" />,
};

/** Whether a failing gate stops a merge. */
export function RequiredMark({ gate }: { gate: GateView }) {
  const { tone, text, why } = sayRequired(gate);
  return (
    <span className="flex items-start gap-1.5">
      {ICONS[tone]}
      <span className="min-w-0">
        {text}
        {why === null ? null : (
          <span className="wrap-anywhere block text-muted text-xs">{why}</span>
        )}
      </span>
    </span>
  );
}
