import { TriangleAlert } from "lucide-react";
import type { GateView } from "#/lib/contract/gates.ts";

/** Whether a failing test of a gate turns its check red. */
export function MaskMark({ gate: { masked, maskReason } }: { gate: GateView }) {
  if (!masked) return <span className="text-muted">no</span>;
  return (
    <span className="flex items-start gap-1.5">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-nogate" />
      <span className="min-w-0">
        yes
        {maskReason === null ? null : (
          <span className="wrap-anywhere block text-muted text-xs">{maskReason}</span>
        )}
      </span>
    </span>
  );
}
