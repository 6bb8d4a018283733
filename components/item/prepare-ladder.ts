import type { ItemView } from "#/lib/contract/item.ts";
import { heightOf, RUNGS, type Rung } from "#/lib/coverage/rung/rungs.ts";

export type Step = {
  readonly rung: Rung;
  readonly state: "reached" | "missed" | "unknown";
  /** Why it is unknown; null where there is nothing to add. */
  readonly why: string | null;
};

/**
 * Every rung, highest first. All up to the reached one are reached; from the lowest one that is
 * certainly missed on, all are missed; what lies between could not be decided.
 */
export function prepareLadder(view: Pick<ItemView, "row" | "missed" | "unknownAbove">): Step[] {
  const reached = heightOf(view.row.rung);
  const missed = view.missed === null ? Number.POSITIVE_INFINITY : heightOf(view.missed);
  return RUNGS.filter((rung) => rung !== "none")
    .toReversed()
    .map((rung) => {
      const height = heightOf(rung);
      if (height <= reached) return { rung, state: "reached", why: null };
      if (height >= missed) return { rung, state: "missed", why: null };
      const why = view.unknownAbove?.rung === rung ? view.unknownAbove.missing : null;
      return { rung, state: "unknown", why };
    });
}
