import { CircleCheck, CircleHelp, CircleSlash, CircleX } from "lucide-react";
import type { ComponentType } from "react";
import type { VerdictKind } from "#/lib/coverage/verdict.ts";

type Look = {
  readonly word: string;
  readonly icon: ComponentType<{ className?: string }>;
  readonly colour: string;
};

const LOOKS: Record<VerdictKind, Look> = {
  covered: { word: "Covered", icon: CircleCheck, colour: "text-covered" },
  gap: { word: "Gap", icon: CircleX, colour: "text-nogate" },
  waived: { word: "Waived", icon: CircleSlash, colour: "text-waived" },
  unknown: { word: "Unknown", icon: CircleHelp, colour: "text-unknown" },
};

/** A verdict as colour, shape and word. */
export function VerdictBadge({ verdict }: { verdict: VerdictKind }) {
  const { word, icon: Icon, colour } = LOOKS[verdict];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden className={`size-4 shrink-0 ${colour}`} />
      {word}
    </span>
  );
}
