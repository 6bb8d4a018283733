import { change } from "../change.ts";
import type { FakeConclusion } from "../store.ts";
import { type Draw, openPullOf, writeOf } from "./draw.ts";

const CONCLUSIONS: FakeConclusion[] = ["success", "failure", "cancelled", "skipped"];

export function status({ random, store, repository }: Draw): string | null {
  const pull = openPullOf(random, repository);
  if (!pull) return null;
  const state = random.pick(["pending", "success", "failure", "error"] as const);
  const context = random.pick(["ci/unit", "ci/e2e", "deploy"]);
  const creator = random.pick(store.users).login;
  change.setStatus({ store, repository }, { sha: pull.headSha, context, state, creator });
  return `status ${context} ${state} on #${pull.number}`;
}

export function startRun({ random, store, repository }: Draw): string | null {
  const pull = openPullOf(random, repository);
  if (!pull) return null;
  const { headSha, headRef: headBranch, number } = pull;
  const jobs = ["unit", "e2e"].slice(0, 1 + random.below(2));
  const { id } = change.startRun(
    { store, repository },
    { workflow: "ci.yml", headSha, headBranch, jobs, statuses: !store.github },
  );
  return `start run ${id} of #${number}`;
}

export function moveRun({ random, store, repository }: Draw): string | null {
  const ground = { store, repository };
  const unfinished = repository.runs.filter((run) =>
    run.jobs.some((job) => job.status !== "completed"),
  );
  if (unfinished.length === 0) return null;
  const { id, jobs } = random.pick(unfinished);
  if (jobs.every((job) => job.status === "queued") && random.chance(0.7)) {
    change.beginRun(ground, id);
    return `begin run ${id}`;
  }
  change.completeRun(ground, { id, conclusion: random.pick(CONCLUSIONS) });
  return `complete run ${id}`;
}

export function protect({ random, repository }: Draw): string | null {
  change.protect(repository, { approvals: random.below(3), blocksAdmins: random.chance(0.5) });
  return "protect the default branch";
}

export function push({ random, store, repository }: Draw): string | null {
  const author = random.pick(store.users).login;
  const title = `chore: by hand ${random.below(1_000_000)}`;
  change.push({ store, repository }, { author, title, changes: [writeOf(random)] });
  return `push ${title}`;
}
