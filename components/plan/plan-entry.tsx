import type { ReactNode } from "react";
import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { PriorityMark } from "../gap/priority-mark.tsx";
import type { DragOf } from "./use-drag.tsx";

/** One entry of the plan with its place. */
export function PlanEntry({
  entry: { key, priority },
  place,
  drag,
  actions,
  children,
}: {
  entry: PlanEntryView;
  place: number;
  /** Null where nobody may order. */
  drag: DragOf | null;
  actions: ReactNode;
  children: ReactNode;
}) {
  return (
    <li
      data-plan-key={key}
      {...drag?.row}
      className={`relative grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 py-4 focus-within:bg-sunken lg:grid-cols-[3rem_minmax(0,1fr)_auto] lg:gap-x-4 ${drag?.look ?? ""}`}
    >
      <div className="flex flex-col items-center gap-1.5">
        <span className="font-semibold text-2xl tracking-tight">{place}</span>
        <span className="-mr-1.5">
          <PriorityMark priority={priority} />
        </span>
        {drag?.handle ?? null}
      </div>
      {children}
      {actions === null ? null : (
        <div className="col-start-2 pt-2 lg:col-start-3 lg:pt-0">{actions}</div>
      )}
    </li>
  );
}
