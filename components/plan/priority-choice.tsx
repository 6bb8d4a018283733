"use client";

import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { PRIORITIES, type Priority } from "#/lib/coverage/leverage/order-plan.ts";
import { priorityText } from "../gap/priority-text.ts";
import { controlClass } from "../ui/field.tsx";
import type { SaidOfEntry } from "./plan-cache.ts";

const TAKE_BACK = "";

/** How urgent an entry is; what a person said of it can be taken back. */
export function PriorityChoice({
  entry,
  onSay,
}: {
  entry: PlanEntryView;
  onSay: (said: SaidOfEntry) => void;
}) {
  const { key, priority, priorityBy, title } = entry;
  const choose = (text: string) => {
    const value: Priority | null = PRIORITIES.find((each) => each === text) ?? null;
    if (value !== priority) onSay({ verb: "priority", subject: key, value });
  };
  return (
    <label>
      <span className="sr-only">Priority of {title}</span>
      <select
        value={priority}
        onChange={(event) => choose(event.target.value)}
        className={`${controlClass} h-6! pr-5 pl-1! text-xs`}
      >
        {PRIORITIES.map((each) => (
          <option key={each} value={each}>
            {priorityText(each)}
          </option>
        ))}
        {priorityBy === null ? null : (
          <option value={TAKE_BACK}>take back what {priorityBy} said</option>
        )}
      </select>
    </label>
  );
}
