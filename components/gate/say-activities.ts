import type { TriggerView } from "#/lib/contract/gate.ts";
import { PULL_REQUEST } from "#/lib/coverage/gate/trigger/trigger.ts";

/** On which activities an event starts a workflow; null for an event that has none. */
export function sayActivities({
  event,
  types,
}: Pick<TriggerView, "event" | "types">): string | null {
  if (types !== null) return types.join(", ");
  return PULL_REQUEST.includes(event) ? "the usual: opened, changed, reopened" : null;
}
