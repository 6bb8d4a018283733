"use client";

import type { PlanView } from "#/lib/contract/plan.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { formatInstant } from "#/lib/format.ts";
import { Button } from "../ui/button.tsx";
import type { MakeOrder } from "./use-orders.ts";

/** By what the plan is ordered, and the way back to the rule. */
export function OrderedByHand({
  program: { timeZone, archived },
  view: { ordered, order, byHand, entries },
  onOrder,
}: {
  program: ProgramView;
  view: PlanView;
  onOrder: (make: MakeOrder) => void;
}) {
  if (ordered === null) {
    return (
      <p className="mb-2 text-muted text-sm">
        By rule: priority, then the gaps that each closes, then age.
      </p>
    );
  }
  const listed = new Set(order.slice(0, byHand));
  const last = entries.findLastIndex(({ key }) => listed.has(key)) + 1;
  const far = last < entries.length ? `, down to place ${last}` : "";
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span>
        Ordered by hand by <strong className="font-medium">{ordered.by}</strong>,{" "}
        {formatInstant(ordered.at, timeZone)}
        {far}; a priority moves only what nobody placed.
      </span>
      {archived ? null : (
        <Button size="small" onClick={() => onOrder(() => null)}>
          Back to the order by rule
        </Button>
      )}
    </p>
  );
}
