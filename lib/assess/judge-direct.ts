import { classifyFix } from "#/lib/coverage/fix/classify-fix.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import type { Step } from "#/lib/coverage/step.ts";
import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { JudgedDirect } from "#/lib/store/assessment.ts";

const NO_FILES = unknown("Its files are not looked at, since it is excluded whatever they are.");
const EXCLUDED: Step = {
  about: "fix",
  rule: "no-pull-request",
  note: "no pull request brought it, so nothing was reviewed or gated before it was on the branch",
  path: null,
  line: null,
};

/** The commits that look like fixes and that no pull request brought: excluded, each with its reasons. */
export function judgeDirect(
  commits: Known<readonly DirectCommitFact[]>,
  rules: PolicyRules,
): Known<readonly JudgedDirect[]> {
  if (!commits.known) return commits;
  return known(
    commits.value.flatMap(({ sha, title, author, url, committedAt }): JudgedDirect[] => {
      const facts = { title, labels: [], headRef: null, files: NO_FILES, rules };
      const { isFix, kind, steps } = classifyFix(facts);
      if (isFix === false) return [];
      return [{ sha, title, author, url, committedAt, kind, steps: [...claims(steps), EXCLUDED] }];
    }),
  );
}

// That its files are unknown decides nothing here.
const claims = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ rule }) => rule !== "files-unknown");
