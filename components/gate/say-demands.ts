import type { RequiredChecksView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";

/** What a branch demands of a pull request, in a sentence. */
export function sayDemands({ branch, why, demands }: RequiredChecksView): string {
  if (why !== null) return `Not known: ${why}`;
  if (demands === null) return `${branch} is not protected: anything can be merged.`;
  const { checksRequired, all, contexts, approvals, bypass } = demands;
  const checks = !checksRequired
    ? `${branch} is protected and demands no check`
    : all
      ? `Every check that reports to ${branch} must pass`
      : contexts.length === 0
        ? `${branch} demands checks and names none`
        : `${branch} demands ${count(contexts.length, "check")}`;
  const reviews = approvals > 0 ? ` and ${count(approvals, "approval")}` : "";
  const past =
    bypass === null
      ? " Whether somebody may merge past it, the forge does not tell."
      : bypass
        ? " Somebody may merge past it."
        : "";
  return `${checks}${reviews}.${past}`;
}
