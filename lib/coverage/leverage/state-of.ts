export const ENTRY_STATES = ["awaiting_signoff", "in_flight", "dispatching", "queued"] as const;

/** How an entry of the dispatch plan stands; not the state of a gap. */
export type EntryState = (typeof ENTRY_STATES)[number];

type Entry = {
  /** Who has to sign before it is dispatched; null where nobody has to. */
  readonly signOff: "cto" | null;
  /** Whether a sign-off of that role is in force. */
  readonly signed: boolean;
  /** How many of its gaps somebody holds a claim on. */
  readonly claimed: number;
  /** Whether it was given to somebody. */
  readonly assigned: boolean;
};

/** The state of an entry: a sign-off that is missing holds it whatever else is true, then a claim on any of its gaps shows that it is worked on, then it is on its way to whom it was given, else it waits for its turn. Source: PRODUCT, work. */
export function stateOf({ signOff, signed, claimed, assigned }: Entry): EntryState {
  if (signOff !== null && !signed) return "awaiting_signoff";
  if (claimed > 0) return "in_flight";
  return assigned ? "dispatching" : "queued";
}
