/** What can become of a gate so that items fall by it. */
export const LOSS_CAUSES = [
  "deleted",
  "renamed",
  "trigger_removed",
  "disabled",
  "always_exits_zero",
  "masked",
  "filtered_away",
  "other_tests",
  "not_seen_to_pass",
  "not_required",
] as const;

export type LossCause = (typeof LOSS_CAUSES)[number];
