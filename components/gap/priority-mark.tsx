import type { GapRow } from "#/lib/contract/gaps.ts";
import { priorityText } from "./priority-text.ts";

/** The priority that a gap was declared with; what is to be done first stands out. */
export function PriorityMark({ priority }: { priority: GapRow["priority"] }) {
  if (priority === null) return null;
  const look = priority === "P0" ? "border-ink font-semibold text-ink" : "border-line text-muted";
  return (
    <span
      title={priorityText(priority)}
      className={`mr-1.5 rounded border px-1 text-[0.6875rem] ${look}`}
    >
      {priority}
    </span>
  );
}
