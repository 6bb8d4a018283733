import { type Background, readBackground } from "#/lib/coverage/background.ts";
import { isRuledFix } from "#/lib/coverage/fix/find-fix-rule.ts";
import { type FixFacts, type FixJudgement, judgeFix } from "#/lib/coverage/judge-fix.ts";
import { NO_LINEAGE } from "#/lib/coverage/lineage/trace-lineage.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { NO_CONVENTIONS } from "#/lib/coverage/test/conventions.ts";
import { AppError } from "#/lib/errors.ts";
import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { countMerged } from "#/lib/store/count-merged.ts";
import { loadClosedDefects } from "#/lib/store/load-closed-defects.ts";
import { loadDirectCommits } from "#/lib/store/load-direct-commits.ts";
import {
  loadOverrides,
  NO_OVERRIDES,
  type RepositoryOverrides,
} from "#/lib/store/load-overrides.ts";
import {
  loadProgramFacts,
  type ProgramFacts,
  type RepositoryInScope,
} from "#/lib/store/load-program-facts.ts";
import { loadProgramId } from "#/lib/store/load-program-id.ts";
import { type LoadedPullRequest, loadPullRequest } from "#/lib/store/load-pull-request.ts";
import { readCatalogue } from "./catalogue.ts";
import { backgroundOf } from "./judge-batches.ts";
import { markUnread } from "./mark-unread.ts";
import { observe, observeMerges } from "./observe.ts";

/** Reading the tests of so many pull requests takes about a second; a person waits. */
const BACKGROUND_MAX = 20_000;

export type Benched = {
  readonly judgement: FixJudgement;
  /** Whether it counts for its branch; true of what is pasted. */
  readonly inScope: boolean;
  readonly rules: PolicyRules;
  readonly title: string;
  /** What was not asked, in sentences. */
  readonly limits: readonly string[];
};

type Question = {
  readonly slug: string;
  /** Null for those in force. */
  readonly rules: PolicyRules | null;
  readonly clock: Date;
};

const NO_LINKS = "What later changes say that they cover is not asked here.";

/** One pull request that was read, judged under given rules by its own evidence as an assessment would; throws AppError not_found where there is none. */
export async function benchRead(
  question: Question & { readonly repo: string; readonly number: number },
): Promise<Benched> {
  const { slug, clock, repo, number } = question;
  const program = await loadProgramFacts(await loadProgramId(slug));
  const rules = question.rules ?? program.rules;
  const repository = repositoryOrThrow(program, repo);
  const found = await loadPullRequest(repository.id, number);
  if (!found)
    throw new AppError("not_found", `${repo} has no pull request #${number} that was read.`);
  const place = await placeOf({ program, repository, rules, clock });
  const override = place.overrides.fixes.get(number) ?? null;
  const closed = await loadClosedDefects(repository.id);
  const closing = {
    ...found,
    mergedAt: found.mergedAt ?? clock,
    closes: closed.get(number) ?? null,
  };
  const pullRequest = markUnread(closing, {
    asFix: override?.isFix === true || isRuledFix([rules.fixRules], found),
    refusal: repository.patchesRefusal,
  });
  const judgement = judgeFix({
    ...place.facts,
    ...pullRequest,
    rules: withKinds(rules, place.overrides),
    override,
    lineage: place.background.lineageOf(number),
    runs: await runsOf(repository, place, found),
  });
  const inScope = found.baseRef === repository.defaultBranch;
  return {
    judgement,
    inScope,
    rules,
    title: `${repo}#${number} ${found.title}`,
    limits: [
      ...(inScope
        ? []
        : [`It goes to ${found.baseRef}, and only ${repository.defaultBranch} is in scope.`]),
      ...(found.state === "merged"
        ? []
        : [`It is ${found.state}, not merged: this is what it would count as.`]),
      ...place.limits,
      NO_LINKS,
    ],
  };
}

export type PastedChange = {
  readonly title: string;
  readonly labels: readonly string[];
  readonly branch: string | null;
  readonly files: Known<readonly ChangedFile[]>;
};

/** A change that nobody read, judged under given rules: against the gates of a repository of the program, or by its own words and tests alone. */
export async function benchPasted(
  question: Question & { readonly repo: string | null; readonly change: PastedChange },
): Promise<Benched> {
  const { slug, clock, repo, change } = question;
  const program = await loadProgramFacts(await loadProgramId(slug));
  const rules = question.rules ?? program.rules;
  const { title, labels, branch, files } = change;
  const place =
    repo === null
      ? null
      : await placeOf({ program, repository: repositoryOrThrow(program, repo), rules, clock });
  const judgement = judgeFix({
    ...(place?.facts ?? NO_PLACE),
    title,
    labels,
    headRef: branch,
    files,
    rules: withKinds(rules, place?.overrides ?? NO_OVERRIDES),
    override: null,
    lineage: NO_LINEAGE,
    runs: unknown("It was pasted, so no run of a job was seen."),
  });
  return {
    judgement,
    inScope: true,
    rules,
    title,
    limits: place?.limits ?? ["It is held against no repository, so no gate is known."],
  };
}

const NO_PLACE = {
  gates: unknown("It is held against no repository, so no gate is known."),
  conventions: NO_CONVENTIONS,
} satisfies Pick<FixFacts, "gates" | "conventions">;

/** What a person decided of a folder comes before what the policy says of it. */
const withKinds = (rules: PolicyRules, overrides: RepositoryOverrides): PolicyRules => ({
  ...rules,
  testKinds: [...overrides.testKinds, ...rules.testKinds],
});

function repositoryOrThrow({ repositories }: ProgramFacts, alias: string): RepositoryInScope {
  const found = repositories.find((repository) => repository.alias === alias);
  if (found) return found;
  const aliases = repositories.map((repository) => repository.alias).join(", ");
  throw new AppError("not_found", `The program has no repository ${alias}; it has ${aliases}.`);
}

type Place = {
  readonly facts: Pick<FixFacts, "gates" | "unfollowed" | "conventions">;
  readonly observation: Awaited<ReturnType<typeof observe>>;
  readonly overrides: RepositoryOverrides;
  readonly background: Background;
  readonly limits: readonly string[];
};

async function placeOf({
  program,
  repository,
  rules,
  clock,
}: {
  program: ProgramFacts;
  repository: RepositoryInScope;
  rules: PolicyRules;
  clock: Date;
}): Promise<Place> {
  const { gates, unfollowed } = await readCatalogue(repository);
  const observation = await observe(repository, gates.known ? gates.value : []);
  const overrides = (await loadOverrides(program.id)).get(repository.id) ?? NO_OVERRIDES;
  const window = { since: program.fixesSince, until: program.standsAt ?? clock };
  const isLarge = (await countMerged(repository.id, window)) > BACKGROUND_MAX;
  const background = isLarge
    ? readBackground([])
    : await backgroundOf({
        repository,
        window,
        direct: await loadDirectCommits(repository.id, window.since, window.until),
        rules,
        overrides,
        covering: new Set<number>(),
      });
  return {
    facts: { gates, unfollowed, conventions: background.conventions },
    observation,
    overrides,
    background,
    limits: isLarge
      ? ["What other changes of so large a repository say of it is not asked here."]
      : [],
  };
}

async function runsOf(
  repository: RepositoryInScope,
  { observation }: Place,
  { mergedAt, headSha, mergeSha }: LoadedPullRequest,
): Promise<FixFacts["runs"]> {
  if (mergedAt === null) return unknown("It is not merged, so no run for its merge was seen.");
  const merge = { mergedAt, headSha, mergeSha };
  return (await observeMerges(repository.id, observation, [merge]))(merge);
}
