import type { DecayView } from "#/lib/contract/item.ts";

const CAUSES: Record<DecayView["cause"], string> = {
  deleted: "was deleted",
  renamed: "was renamed",
  trigger_removed: "no longer starts on pull requests",
  disabled: "was disabled",
  always_exits_zero: "always ends with success",
  masked: "was masked",
  filtered_away: "no longer starts for these files",
  other_tests: "no longer runs its test",
  not_seen_to_pass: "was not seen to pass",
  not_required: "is not required any more",
};

/** What became of a gate, to be said after its name. */
export const sayCause = (cause: DecayView["cause"]): string => CAUSES[cause];

/** Falls that last, and those that were mended, each in the order given. */
export function parted(decays: readonly DecayView[]): {
  readonly open: readonly DecayView[];
  readonly mended: readonly DecayView[];
} {
  return {
    open: decays.filter(({ mendedAt }) => mendedAt === null),
    mended: decays.filter(({ mendedAt }) => mendedAt !== null),
  };
}
