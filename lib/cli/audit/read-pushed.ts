import { surveyPushed } from "#/lib/coverage/background.ts";
import { claimsFix } from "#/lib/coverage/fix/claims-fix.ts";
import { classifyFix } from "#/lib/coverage/fix/classify-fix.ts";
import type { ChangeFacts } from "#/lib/coverage/lineage/change-facts.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { sayStep } from "#/lib/coverage/step.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import { readDirect } from "#/lib/forge/git/read-direct.ts";
import type { MergedWindow } from "#/lib/forge/git/read-merged.ts";
import { branchOf } from "./branch-of.ts";

/** A commit that looks like a fix and that no pull request brought. */
export type DirectFix = {
  readonly sha: string;
  readonly title: string;
  readonly author: string;
  readonly committedAt: Date;
  readonly why: readonly string[];
};

type Request = {
  readonly clone: Clone;
  readonly window: MergedWindow;
  readonly rules: PolicyRules;
};

/** The commits of a clone that no pull request brought: what each says of other changes, and those that look like fixes, newest first. */
export async function readPushed({ clone, window, rules }: Request): Promise<{
  readonly changes: readonly ChangeFacts[];
  readonly fixes: readonly DirectFix[];
}> {
  const claims = (title: string) => claimsFix({ title, labels: [], headRef: null }) !== null;
  const changes: ChangeFacts[] = [];
  const fixes: DirectFix[] = [];
  for await (const commit of readDirect(clone, window, claims)) {
    changes.push(surveyPushed(commit, branchOf(true)));
    const { sha, title, author, committedAt, files } = commit;
    if (files === null) continue;
    const { isFix, steps } = classifyFix({ title, labels: [], headRef: null, files, rules });
    if (isFix === false) continue;
    fixes.push({ sha, title, author, committedAt, why: steps.map(sayStep) });
  }
  return { changes, fixes };
}
