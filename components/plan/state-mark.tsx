import { CircleDashed, CirclePlay, Hand, Send } from "lucide-react";
import type { ComponentType } from "react";
import { stateText } from "#/lib/contract/plan-text.ts";
import type { EntryState } from "#/lib/coverage/leverage/state-of.ts";

const LOOKS: Record<EntryState, ComponentType<{ className?: string }>> = {
  queued: CircleDashed,
  dispatching: Send,
  in_flight: CirclePlay,
  awaiting_signoff: Hand,
};

/** The state of an entry as shape and word. */
export function StateMark({ state }: { state: EntryState }) {
  const Icon = LOOKS[state];
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap font-medium text-ink">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {stateText(state)}
    </span>
  );
}
