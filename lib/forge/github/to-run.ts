import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowJobFact, WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import type { Job, Run } from "./rest-schema.ts";
import { toCheckState } from "./to-check-state.ts";
import { webAddress } from "./web-address.ts";

type Ending = {
  readonly status?: string | null | undefined;
  readonly conclusion?: string | null | undefined;
};

/** What a run, a job or a step came to: how it ended counts only where it is over. */
const stateOf = ({ status, conclusion }: Ending) =>
  toCheckState(status === "completed" ? (conclusion ?? "neutral") : null);

const notKnown = ({ conclusion }: Ending): string =>
  `The forge says that it ended as ${JSON.stringify((conclusion ?? "").slice(0, 40))}, which is no end that we know.`;

/** A run in our words; unknown where the forge has a word for its end that we do not know. */
export function toRun(row: Run): Known<WorkflowRunFact> {
  const state = stateOf(row);
  if (state === null) return unknown(notKnown(row));
  return known({
    externalId: row.id,
    runNumber: row.run_number,
    attempt: row.run_attempt ?? null,
    workflow: workflowOf(row),
    title: row.display_title ?? row.name ?? "",
    event: row.event,
    headSha: row.head_sha,
    headBranch: row.head_branch ?? null,
    state,
    createdAt: row.created_at,
    startedAt: row.run_started_at,
    // The forge writes no end; what changed last in a run that is over is that it ended.
    endedAt: state === "pending" ? null : row.updated_at,
    url: webAddress(row.html_url),
  });
}

/** The file that ran; the forge may write its repository before its path and a branch behind it. */
function workflowOf({ path, name }: Run): string | null {
  const file = /(?:^|\/)(\.github\/workflows\/[^@]+)/.exec(path ?? "")?.[1];
  return file ?? (path || name || null);
}

/** The jobs of a run in our words; unknown where one of them ended in a way that we do not know. */
export function toJobs(run: string, rows: readonly Job[]): Known<readonly WorkflowJobFact[]> {
  const jobs: WorkflowJobFact[] = [];
  for (const row of rows) {
    const state = stateOf(row);
    if (state === null) return unknown(notKnown(row));
    const steps: { name: string; state: NonNullable<typeof state> }[] = [];
    for (const step of row.steps ?? []) {
      const ended = stateOf(step);
      if (ended === null) return unknown(notKnown(step));
      steps.push({ name: step.name, state: ended });
    }
    jobs.push({
      externalId: row.id,
      runExternalId: run,
      name: row.name,
      state,
      startedAt: row.started_at,
      endedAt: state === "pending" ? null : row.completed_at,
      steps,
    });
  }
  return known(jobs);
}
