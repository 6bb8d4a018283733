import type { PlanEntryView, PlanView, PlanWordInput } from "#/lib/contract/plan.ts";

export type Said = PlanWordInput["said"];

/** The plan as it probably is once the server has heard a word; its figures are those of before. */
export function applyWord(view: PlanView, said: Said, by: string, at: string): PlanView {
  if (said.verb === "order") return said.value === null ? view : reordered(view, said.value);
  const entries = view.entries.map((entry) =>
    entry.key === said.subject ? { ...entry, ...changeOf(entry, said, by, at) } : entry,
  );
  return { ...view, entries };
}

function reordered(view: PlanView, value: readonly string[]): PlanView {
  const listed = new Set(value);
  const order = [...value, ...view.order.filter((key) => !listed.has(key))];
  const placeOf = new Map(order.map((key, at) => [key, at]));
  const entries = view.entries.toSorted(
    (one, other) => (placeOf.get(one.key) ?? 0) - (placeOf.get(other.key) ?? 0),
  );
  return { ...view, order, entries, byHand: value.length };
}

function changeOf(
  { state, priority }: PlanEntryView,
  said: Exclude<Said, { verb: "order" }>,
  by: string,
  at: string,
): Partial<PlanEntryView> {
  if (said.verb === "priority") {
    // What it was declared with only the server knows.
    return said.value === null ? { priority } : { priority: said.value, priorityBy: by };
  }
  const held = state === "in_flight" || state === "awaiting_signoff";
  return said.value === null
    ? { assignee: null, state: held ? state : "queued" }
    : { assignee: { name: said.value, by, at }, state: held ? state : "dispatching" };
}
