import { conditionHolds, conditionText } from "../../condition.ts";
import { listOf } from "../../read-triggers.ts";
import { type Conclusion, concludes } from "./concludes.ts";
import { isAggregator } from "./is-aggregator.ts";
import {
  ancestorsOf,
  beforeOf,
  contextsOf,
  type Jobs,
  jobEnds,
  startsAfter,
  toleratesFailure,
} from "./job-ends.ts";

/** What a job that stands for others makes of how one of them ended. */
export type Aggregated = {
  readonly job: string;
  readonly failed: Conclusion;
  /** Null where the job is never skipped unless another fails. */
  readonly skipped: Conclusion | null;
};

export type Aggregator = {
  readonly id: string;
  readonly aggregates: readonly Aggregated[];
  /** Why it passes although one of the others did not; null when it does not, or when that cannot be told. */
  readonly maskReason: string | null;
};

const WAITED_MAX = 200;

/** The jobs of a workflow that stand for others, with what they make of a failed and of a skipped one. Source: a skipped check counts as passed on GitHub and on Gitea. */
export function readAggregators(
  jobs: Jobs,
  environment: Readonly<Record<string, unknown>>,
): readonly Aggregator[] {
  return jobs.order.flatMap((id) => {
    if (!isAggregator(id, jobs.byId.get(id) ?? {})) return [];
    const waited = [...ancestorsOf(jobs, id)].slice(0, WAITED_MAX);
    const aggregates = waited.map(
      (job): Aggregated => ({
        job,
        failed: makesOf(jobs, environment, id, { id: job, end: "failure" }),
        skipped: isSkippable(jobs, job)
          ? makesOf(jobs, environment, id, { id: job, end: "skipped" })
          : null,
      }),
    );
    return [{ id, aggregates, maskReason: reasonOf(jobs, aggregates) }];
  });
}

function makesOf(
  jobs: Jobs,
  environment: Readonly<Record<string, unknown>>,
  id: string,
  odd: Parameters<typeof jobEnds>[1],
): Conclusion {
  const job = jobs.byId.get(id) ?? {};
  const ends = jobEnds(jobs, odd);
  const needs = listOf(job["needs"]);
  const failed = odd.end === "failure" && !toleratesFailure(jobs, odd.id);
  const before = beforeOf(ends, needs, failed && ends.get(odd.id) === "failure");
  const contexts = contextsOf(jobs, needs, ends);
  const starts = startsAfter(job, before, contexts);
  // A skipped check counts as passed.
  if (starts === false) return "passes";
  const end = concludes(job, environment, contexts, before);
  return starts === null && end === "fails" ? "unknown" : end;
}

/** Whether a condition of its own can skip a job while nothing fails. */
function isSkippable(jobs: Jobs, id: string): boolean {
  const text = conditionText(jobs.byId.get(id)?.["if"]);
  const contexts = new Map([["github.event_name", jobs.event]]);
  return text !== null && conditionHolds(text, contexts, "success") !== true;
}

function reasonOf(jobs: Jobs, aggregates: readonly Aggregated[]): string | null {
  // Whoever says `continue-on-error` of a job has its failures passed over on purpose.
  const asked = aggregates.filter(({ job }) => !toleratesFailure(jobs, job));
  const failed = asked.find((each) => each.failed === "passes");
  if (failed) return `it passes although the job ${failed.job} failed`;
  const skipped = asked.find((each) => each.skipped === "passes");
  return skipped ? `it passes although the job ${skipped.job} was skipped` : null;
}
