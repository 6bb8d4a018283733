import type { PlanEntryView } from "#/lib/contract/plan.ts";

type Role = NonNullable<PlanEntryView["signOff"]>;
type Waiting = { readonly place: number; readonly entry: PlanEntryView };

/** What is blocked, by the role that has to sign. */
export function prepareSignOffs(
  entries: readonly PlanEntryView[],
): readonly { readonly role: Role; readonly waiting: readonly Waiting[] }[] {
  const byRole = new Map<Role, Waiting[]>();
  for (const [at, entry] of entries.entries()) {
    if (entry.signOff === null || entry.state !== "awaiting_signoff") continue;
    byRole.set(entry.signOff, [...(byRole.get(entry.signOff) ?? []), { place: at + 1, entry }]);
  }
  return [...byRole].map(([role, waiting]) => ({ role, waiting }));
}
