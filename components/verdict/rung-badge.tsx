import { CircleCheck, CircleDashed, Contrast, Triangle } from "lucide-react";
import type { ComponentType } from "react";
import type { Rung } from "#/lib/coverage/rung/rungs.ts";

type Look = { readonly icon: ComponentType<{ className?: string }>; readonly colour: string };

const GATE: Look = { icon: Contrast, colour: "text-unproven" };
const PROVEN: Look = { icon: CircleCheck, colour: "text-covered" };

const LOOKS: Record<Rung, Look> = {
  none: { icon: CircleDashed, colour: "text-nogate" },
  tested: { icon: Triangle, colour: "text-testonly" },
  gated: GATE,
  executed: GATE,
  blocking: GATE,
  proven: PROVEN,
  live: PROVEN,
};

/** How far the evidence of an item certainly climbs. */
export function RungBadge({ rung }: { rung: Rung }) {
  const { icon: Icon, colour } = LOOKS[rung];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap capitalize">
      <Icon aria-hidden className={`size-4 shrink-0 ${colour}`} />
      {rung}
    </span>
  );
}
