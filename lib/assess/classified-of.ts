import type { FixJudgement } from "#/lib/coverage/judge-fix.ts";
import type { Step } from "#/lib/coverage/step.ts";
import type { Classified } from "#/lib/store/assessment.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";

/** What one merged pull request counts as, with every rule that said so; one of another branch is excluded before any of them. */
export function classifiedOf(
  { number, title, author, url, mergedAt, baseRef }: MergedPullRequest,
  { classification, steps, lineage }: FixJudgement,
  counts: Classified["counts"],
  defaultBranch: string,
): Classified {
  const elsewhere: Step = {
    about: "fix",
    rule: "other-branch",
    note: `it was merged to ${baseRef}, and only ${defaultBranch} is in scope`,
    path: null,
    line: null,
  };
  return {
    number,
    title,
    author,
    url,
    mergedAt,
    counts,
    kind: classification.kind,
    steps: baseRef === defaultBranch ? steps : [elsewhere, ...classification.steps],
    copyOf: lineage.copyOf,
    // The id of a commit is in the steps.
    revertedBy: typeof lineage.revertedBy === "number" ? lineage.revertedBy : null,
  };
}
