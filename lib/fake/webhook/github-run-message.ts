import type { FakeEvent } from "./event.ts";
import type { Ground } from "./ground.ts";
import { readGithub, rowOfGithubList } from "./read-github.ts";

type Of<Kind extends FakeEvent["kind"]> = Extract<FakeEvent, { kind: Kind }>;

/** What GitHub tells of a status, a run, a job and the check that the job is. */
export function githubRunMessage(ground: Ground, event: Of<"status" | "run" | "job" | "check">) {
  if (event.kind === "status") {
    const { sha, status } = event;
    const { context, state, description, targetUrl, at } = status;
    const said = { context, description, target_url: targetUrl, created_at: at, updated_at: at };
    return { event: "status", payload: { sha, state: stateOf(state), ...said } };
  }
  const { action, run } = event;
  if (event.kind === "check") return checkMessage(event);
  if (event.kind === "run") {
    const said = action === "queued" ? "requested" : action;
    const shaped = readGithub(ground, `/actions/runs/${run.id}`);
    return { event: "workflow_run", payload: { action: said, workflow_run: shaped } };
  }
  const job = rowOfGithubList(ground, `/actions/runs/${run.id}/jobs`, event.job.id);
  return { event: "workflow_job", payload: { action, workflow_job: job } };
}

/** A check begins, ends, and has no word for what lies between. */
function checkMessage({ action, run, job }: Of<"check">) {
  const { id, name, status, conclusion, startedAt, completedAt } = job;
  const moments = { started_at: startedAt, completed_at: completedAt };
  const check = { id, name, head_sha: run.headSha, status, conclusion, ...moments };
  const said = action === "completed" ? "completed" : "created";
  return { event: "check_run", payload: { action: said, check_run: check } };
}

/** GitHub has fewer words for it. */
function stateOf(state: string): string {
  if (state === "warning") return "failure";
  return state === "skipped" ? "success" : state;
}
