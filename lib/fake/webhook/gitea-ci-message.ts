import { moment } from "../gitea/moment.ts";
import { skinOf } from "../gitea/skin.ts";
import type { FakeEvent, RunAction } from "./event.ts";
import type { Ground } from "./ground.ts";
import { readGitea, rowOfList } from "./read-gitea.ts";

type Of<Kind extends FakeEvent["kind"]> = Extract<FakeEvent, { kind: Kind }>;

/** What Gitea tells of a status, a run and a job; Forgejo knows none of the three. */
export function giteaCiMessage(ground: Ground, event: Of<"status"> | Of<"run"> | Of<"job">) {
  if (!skinOf(ground.store).isGitea(0)) return null;
  if (event.kind === "status") return statusMessage(ground, event);
  const { run, action } = event;
  if (event.kind === "run") {
    const shaped = readGitea(ground, `/actions/runs/${run.id}`);
    if (shaped === null) return null;
    const workflow = { id: run.workflow, name: run.workflow, path: run.workflow };
    const payload = { action: RUN_ACTIONS[action], workflow, workflow_run: shaped };
    return { type: "workflow_run", event: "workflow_run", payload };
  }
  const job = rowOfList(ground, `/actions/runs/${run.id}/jobs`, event.job.id);
  if (job === null) return null;
  const payload = { action, workflow_job: job };
  return { type: "workflow_job", event: "workflow_job", payload };
}

const RUN_ACTIONS: Record<RunAction, string> = {
  queued: "requested",
  in_progress: "in_progress",
  completed: "completed",
};

function statusMessage({ store, repository }: Ground, { sha, status }: Of<"status">) {
  const payload = {
    commit: {
      id: sha,
      message: "",
      url: `${store.rootUrl}/${repository.owner}/${repository.name}/commit/${sha}`,
      author: null,
      committer: null,
      verification: null,
      timestamp: moment(store, status.at),
      added: null,
      removed: null,
      modified: null,
    },
    context: status.context,
    created_at: moment(store, status.at),
    description: status.description,
    id: countStatuses(store),
    sha,
    state: status.state,
    target_url: status.targetUrl,
    updated_at: moment(store, status.at),
  };
  return { type: "status", event: "status", payload };
}

/** Here the id is one of the whole server, while the API gives the place among those of the commit. */
function countStatuses({ repositories }: Ground["store"]): number {
  let count = 0;
  for (const { statuses } of repositories) for (const all of statuses.values()) count += all.length;
  return count;
}
