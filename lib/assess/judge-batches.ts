import {
  type Background,
  readBackground,
  type Survey,
  survey,
  surveyPushed,
} from "#/lib/coverage/background.ts";
import { isRuledFix } from "#/lib/coverage/fix/find-fix-rule.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { addOlder } from "#/lib/coverage/lineage/add-older.ts";
import type { Bringer } from "#/lib/coverage/link/cover-of-issue.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import type { Conventions } from "#/lib/coverage/test/conventions.ts";
import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Classified, JudgedItem } from "#/lib/store/assessment.ts";
import { loadClosedDefects } from "#/lib/store/load-closed-defects.ts";
import { loadMerged } from "#/lib/store/load-merged.ts";
import type { RepositoryOverrides } from "#/lib/store/load-overrides.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { type JudgedMerged, judgeMerged } from "./judge-merged.ts";
import { type ClosingPullRequest, markUnread } from "./mark-unread.ts";
import { type Observation, observeMerges } from "./observe.ts";
import { tellOlder } from "./tell-older.ts";

type Input = {
  readonly repository: RepositoryInScope;
  readonly window: { readonly since: Date; readonly until: Date };
  /** The commits of the window that no pull request brought; where they are unknown, so is what they take back. */
  readonly direct: Known<readonly DirectCommitFact[]>;
  readonly gates: Known<readonly Gate[]>;
  readonly unfollowed: string | null;
  readonly rules: PolicyRules;
  readonly overrides: RepositoryOverrides;
  readonly observation: Observation;
  /** Numbers of the pull requests that say that they repair or cover something. */
  readonly sources: ReadonlySet<number>;
  /** Those of them that say that they cover something. */
  readonly covering: ReadonlySet<number>;
};

/**
 * Judges all merged pull requests of a repository in a window. They are read twice, a batch at a time:
 * first for what they say of each other, then to be judged by it, so that no more patches are held than
 * those of one batch.
 */
export async function judgeBatches(
  input: Input,
): Promise<JudgedMerged & { readonly conventions: Conventions }> {
  const background = await backgroundOf(input);
  const { repository, gates, rules, overrides, observation, sources } = input;
  const items: JudgedItem[] = [];
  const classified: Classified[] = [];
  const bringers = new Map<number, Bringer>();
  const audit = { merged: 0, fixes: 0, excluded: 0, unclassified: 0 };
  for await (const pullRequests of batchesOf(input)) {
    const judged = judgeMerged({
      repository,
      pullRequests,
      background,
      gates,
      rules,
      overrides,
      unfollowed: input.unfollowed,
      runsOf: await observeMerges(repository.id, observation, pullRequests),
      sources,
    });
    for (const [number, bringer] of judged.bringers) bringers.set(number, bringer);
    for (const each of judged.classified) classified.push(each);
    for (const item of judged.items) items.push(item);
    audit.merged += judged.audit.merged;
    audit.fixes += judged.audit.fixes;
    audit.excluded += judged.audit.excluded;
    audit.unclassified += judged.audit.unclassified;
  }
  return { items, classified, audit, bringers, conventions: background.conventions };
}

type OfBackground = Pick<
  Input,
  "repository" | "window" | "direct" | "rules" | "overrides" | "covering"
>;

/** What the changes of a repository in a window say of each other. */
export async function backgroundOf(input: OfBackground): Promise<Background> {
  const { repository, window, direct } = input;
  const surveys: Survey[] = [];
  for await (const batch of batchesOf(input)) for (const each of batch) surveys.push(survey(each));
  const pushed = direct.known ? direct.value : [];
  const changes = [
    ...surveys.map(({ change }) => change),
    ...pushed.map((commit) => surveyPushed(commit, repository.defaultBranch)),
  ];
  const older = tellOlder({ repository, before: window.since });
  return readBackground(surveys, await addOlder(changes, older));
}

async function* batchesOf(input: OfBackground): AsyncGenerator<ClosingPullRequest[]> {
  const { repository, window, rules, overrides, covering } = input;
  const closed = await loadClosedDefects(repository.id);
  for await (const batch of loadMerged(repository.id, window.since, window.until)) {
    yield batch.map((each) =>
      markUnread(
        { ...each, closes: closed.get(each.number) ?? null },
        {
          asFix:
            overrides.fixes.get(each.number)?.isFix === true ||
            covering.has(each.number) ||
            isRuledFix([rules.fixRules], each),
          refusal: repository.patchesRefusal,
        },
      ),
    );
  }
}
