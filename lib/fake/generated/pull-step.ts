import type { MergeKind } from "../git/merge-onto.ts";
import type { FakeIssue, FakePullRequest } from "../store.ts";
import { applyPlan, takeFiles } from "./apply-plan.ts";
import { runOf, statusesOf } from "./checks.ts";
import { momentOf } from "./moment.ts";
import { planPull } from "./plan-pull.ts";
import { LOGINS, pullRow } from "./pull-row.ts";
import { commentsOn, reviewsOf } from "./talk.ts";
import type { Ending, Walk } from "./walk.ts";

const LAST_OPEN = 0.003;

/** Opens the pull request of a number with all that is said and checked before it ends. */
export function openPull(walk: Walk, number: number, staysOpen: boolean): void {
  const { options, random, world, history, now } = walk;
  const plan = planPull(world, { number, filesPerPull: options.filesPerPull, random });
  const isFix = plan.kind.startsWith("fix");
  const closes = isFix && random.chance(0.5) ? takeIssue(walk) : null;
  const made = {
    number,
    nth: walk.pulls.length,
    at: momentOf(now),
    closes: closes?.number ?? null,
  };
  const pull = pullRow(plan, made, random);
  const kind = kindOf(random.next());
  const { title, author } = pull;
  pull.headSha = history.open({
    number,
    title,
    author,
    at: pull.createdAt,
    files: plan.files,
    kind,
  });
  const at = now + 120 + random.below(walk.pace * 6);
  const isOpen = staysOpen || random.chance(LAST_OPEN);
  const isMerged = !isOpen && random.chance(0.88);
  if (isMerged) takeFiles(plan);
  if (isOpen) {
    pull.draft = random.chance(0.1);
    history.keepBranch(pull);
  } else walk.endings.push({ at, pull, plan, merge: isMerged ? kind : null, closes });
  walk.pulls.push(pull);
  talk(walk, pull, at);
  if (options.withChecks) check(walk, pull);
}

/** Lets every pull request end whose moment has come, the earliest first. */
export function endPulls(walk: Walk): void {
  const due = walk.endings.filter(({ at }) => at <= walk.now);
  if (due.length === 0) return;
  walk.endings = walk.endings.filter(({ at }) => at > walk.now);
  for (const ending of due.toSorted((a, b) => a.at - b.at)) end(walk, ending);
}

function end({ history, random, options, statuses }: Walk, ending: Ending): void {
  const { at, pull, plan, merge, closes } = ending;
  const moment = momentOf(at);
  Object.assign(pull, { state: "closed", closedAt: moment, updatedAt: moment });
  if (merge === null) {
    pull.headForkDeleted = random.chance(0.05);
    return;
  }
  const by = random.pick(LOGINS);
  const sha = history.merge(pull, { kind: merge, by, at: moment });
  Object.assign(pull, { mergedAt: moment, mergedBy: by, mergeSha: sha });
  applyPlan(plan);
  if (closes) Object.assign(closes, { state: "closed", closedAt: moment, updatedAt: moment });
  if (!options.withChecks) return;
  const at70 = { nth: pull.number, at };
  const run = { ...runOf(pull, at70, random), event: "push" };
  statuses.set(sha, statusesOf(run));
}

function kindOf(share: number): MergeKind {
  if (share < 0.7) return "squash";
  return share < 0.9 ? "merge" : "rebase";
}

// The issues that were opened last are taken up first.
function takeIssue({ waiting, random }: Walk): FakeIssue | null {
  const from = Math.max(0, waiting.length - 20);
  if (waiting.length === 0) return null;
  return waiting.splice(from + random.below(waiting.length - from), 1)[0] ?? null;
}

function talk(
  { options, random, comments, reviews, now }: Walk,
  pull: FakePullRequest,
  to: number,
): void {
  const span = { from: now + 60, to };
  const said = commentsOn(pull.number, options.commentsPerPull, span, random);
  const judged = reviewsOf(pull, options.reviewsPerPull, span, random);
  comments.push(...said);
  reviews.push(...judged);
  const moments = [said.at(-1)?.createdAt ?? "", judged.at(-1)?.submittedAt ?? ""];
  for (const moment of moments) if (moment > pull.updatedAt) pull.updatedAt = moment;
}

function check({ runs, statuses, now, random }: Walk, pull: FakePullRequest): void {
  const run = runOf(pull, { nth: runs.length, at: now }, random);
  runs.push(run);
  statuses.set(pull.headSha, statusesOf(run));
}
