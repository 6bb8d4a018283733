import { formatBounds } from "#/lib/coverage/format-bounds.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";
import type { EntryState } from "#/lib/coverage/leverage/state-of.ts";
import type { EntryKind, Fraction, PlanEntryView } from "./plan.ts";

const KINDS: Record<EntryKind, string> = {
  new_gate: "new gate",
  extend: "extend a gate",
  require: "make a gate required",
  unmask: "unmask a gate",
  unfilter: "widen a gate’s filters",
  trigger: "run a gate on pull requests",
  declared: "declared gap",
};

/** What kind of work it is, in words. */
export const kindText = (kind: EntryKind): string => KINDS[kind];

const STATES: Record<EntryState, string> = {
  queued: "queued",
  dispatching: "dispatching",
  in_flight: "in flight",
  awaiting_signoff: "awaiting sign-off",
};

/** How an entry of the plan stands, in words. */
export const stateText = (state: EntryState): string => STATES[state];

const ROLES: Record<NonNullable<PlanEntryView["signOff"]>, string> = { cto: "CTO" };

/** "102 of 154, 66.2 %"; bounds where nothing is known to be covered and something is unknown, "no data" where nothing was counted. */
export function figureText({ covered, of }: Fraction, unknown: number): string {
  if (of + unknown === 0) return "no data";
  if (covered === 0 && unknown > 0)
    return (
      formatBounds({ inScope: of + unknown, covered, gap: of, waived: 0, unknown }) ?? "no data"
    );
  return `${covered.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")}, ${formatShare(covered, of)}`;
}

/** A role that signs, as people call it. */
export const signOffText = (role: NonNullable<PlanEntryView["signOff"]>): string => ROLES[role];

/** What an entry is blocked by, without a full stop; null where nothing blocks it. */
export const blockedText = ({
  state,
  signOff,
}: Pick<PlanEntryView, "state" | "signOff">): string | null =>
  state === "awaiting_signoff" && signOff !== null
    ? `blocked by the ${signOffText(signOff)}’s sign-off: none recorded`
    : null;
