import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { judgeFix } from "#/lib/coverage/judge-fix.ts";
import { NO_LINEAGE } from "#/lib/coverage/lineage/trace-lineage.ts";
import type { Bringer } from "#/lib/coverage/link/cover-of-issue.ts";
import { type ForgeObject, keyOf } from "#/lib/coverage/link/endpoint.ts";
import { saidBy } from "#/lib/coverage/link/group-links.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { PolicyRules, TestKindRule } from "#/lib/coverage/policy.ts";
import { greenRuns } from "#/lib/coverage/rung/green-runs.ts";
import type { Conventions } from "#/lib/coverage/test/conventions.ts";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { known } from "#/lib/facts/known.ts";
import type { FoundEffect, JudgedItem } from "#/lib/store/assessment.ts";
import { loadOpen, type OpenPullRequest } from "#/lib/store/load-open.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { applyLinks } from "./apply-links.ts";
import type { Catalogue } from "./catalogue.ts";
import { sayEffect } from "./judge-open-say.ts";
import { asIfMerged, type LinkedFacts } from "./linked-facts.ts";
import { markUnread } from "./mark-unread.ts";
import type { Observation } from "./observe.ts";
import { pullsSaying } from "./pulls-saying.ts";

type Place = {
  readonly repository: RepositoryInScope;
  readonly catalogue: Pick<Catalogue, "gates" | "unfollowed">;
  readonly gates: readonly Gate[];
  readonly observation: Observation;
  readonly conventions: Conventions;
  /** What people decided of the kinds of its tests; it comes before what the policy says. */
  readonly testKinds?: readonly TestKindRule[];
  /** Its fixes by their own evidence alone. */
  readonly items: readonly JudgedItem[];
};

type Facts = {
  readonly places: readonly Place[];
  readonly links: readonly Link[];
  readonly linked: LinkedFacts;
  readonly rules: PolicyRules;
  readonly now: Date;
};

/** What merging each open pull request that says that it covers a fix would change, if its jobs are green when it is merged: the same judgement once more with it among the merged. */
export async function judgeOpen(facts: Facts): Promise<FoundEffect[]> {
  const fixes = new Map(
    facts.places.flatMap(({ items }) => items.map((item) => [endOf(item), item] as const)),
  );
  const linksFrom = Map.groupBy(facts.links, ({ from }) => keyOf(from));
  const effects: FoundEffect[] = [];
  for (const place of facts.places) {
    const { id, defaultBranch } = place.repository;
    const saying = pullsSaying(id, facts.links, ["covers"]);
    for (const open of await loadOpen(id, defaultBranch, [...saying])) {
      const from: ForgeObject = { kind: "pull", repositoryId: id, number: open.number };
      const covered = (linksFrom.get(keyOf(from)) ?? []).filter(saysItCovers);
      const named = covered.flatMap(({ to }) => fixes.get(keyOf(to)) ?? []);
      effects.push(...effectsOf({ from, named, standing: standingOf(open, place, facts) }, facts));
    }
  }
  return effects;
}

const endOf = ({ repositoryId, number }: JudgedItem): string =>
  keyOf({ kind: "pull", repositoryId, number: number ?? 0 });

const saysItCovers = (link: Link): boolean =>
  saidBy(link).some(({ relation }) => relation === "covers");

/** How far an open pull request's own evidence climbs once it is merged. */
function standingOf(open: OpenPullRequest, place: Place, facts: Facts): Standing {
  const { repository, catalogue, gates, observation, conventions, testKinds = [] } = place;
  const rules = { ...facts.rules, testKinds: [...testKinds, ...facts.rules.testKinds] };
  const pullRequest = markUnread(
    { ...open, mergeSha: null, mergedAt: facts.now },
    { asFix: true, refusal: repository.patchesRefusal },
  );
  return judgeFix({
    ...pullRequest,
    gates: catalogue.gates,
    unfollowed: catalogue.unfollowed,
    runs: greenRuns(observation.runs, gates, facts.now),
    rules,
    conventions,
    lineage: NO_LINEAGE,
    override: null,
  }).standing;
}

function effectsOf(
  pull: { from: ForgeObject; named: readonly JudgedItem[]; standing: Standing },
  { linked, now }: Facts,
): FoundEffect[] {
  const { from, named, standing } = pull;
  const { repositoryId, number } = from;
  const bringer: Bringer = { mergedAt: now, revertedBy: null, standing: known(standing) };
  const before = applyLinks(named, linked);
  const after = applyLinks(named, asIfMerged(linked, from, bringer));
  return MEASURES.map((measure) => {
    const gaps = after.filter((_, at) => before[at]?.verdicts.get(measure) === "gap");
    const isClosed = ({ verdicts }: JudgedItem) => verdicts.get(measure) === "covered";
    const closes = gaps.filter(isClosed).map(({ naturalKey }) => naturalKey);
    const open = gaps.filter((item) => !isClosed(item)).map((item) => item.standing);
    const counts = { named: named.length, closes: closes.length };
    const why = sayEffect({ measure, standing, ...counts, open });
    return { repositoryId, number, measure, closes, why };
  });
}
