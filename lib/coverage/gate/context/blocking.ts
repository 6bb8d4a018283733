import type { Gate } from "../gate.ts";
import type { Aggregated } from "../mask/aggregator/read-aggregators.ts";

export type Blocking = {
  /** By a context of its own, through a job that stands for it, or not at all. */
  readonly required: "direct" | "through" | "no";
  /** The jobs that stand for it and are required, by id. */
  readonly through: readonly string[];
  /** The job that stands for it and passes although it failed, where no other way blocks; null where a failure blocks, or none stands for it. */
  readonly maskedBy: string | null;
  /** The same for one that was skipped. */
  readonly skipPasses: string | null;
};

/** Whether a failure of a gate can block a merge: by a required context of its own, else through a required job that only passes on how others ended. */
export function blockingOf(gate: Gate, isDirect: boolean, aggregators: readonly Gate[]): Blocking {
  if (isDirect) return { required: "direct", through: [], maskedBy: null, skipPasses: null };
  const standing = aggregators.flatMap((other) => {
    const made = aggregatedBy(other, gate);
    return made ? [{ id: other.job, made }] : [];
  });
  if (standing.length === 0)
    return { required: "no", through: [], maskedBy: null, skipPasses: null };
  const passing = (by: "failed" | "skipped") =>
    standing.every(({ made }) => made[by] === "passes") ? (standing[0]?.id ?? null) : null;
  return {
    required: "through",
    through: standing.map(({ id }) => id),
    maskedBy: passing("failed"),
    skipPasses: passing("skipped"),
  };
}

/** What a job makes of another of its file, or of the caller of one in a called file. */
function aggregatedBy(aggregator: Gate, gate: Gate): Aggregated | undefined {
  if (aggregator.workflow !== gate.workflow || aggregator === gate) return undefined;
  const prefix = aggregator.job.includes(" / ")
    ? aggregator.job.replace(/[^/]*$/, " ").trimEnd()
    : "";
  const own = (job: string) => (prefix === "" ? job : `${prefix} ${job}`);
  return aggregator.aggregates?.find(
    ({ job }) => gate.job === own(job) || gate.job.startsWith(`${own(job)} / `),
  );
}
