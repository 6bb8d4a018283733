import type { Abilities } from "./abilities.ts";

/** One sentence for each ability that a version does not have, with what that costs. */
export function limitsOf(abilities: Abilities): readonly string[] {
  const limits: string[] = [];
  if (abilities.runs === null) {
    limits.push(
      "No runs API before 1.25: the rung executed is read from statuses, and a workflow that posts none is not seen to run.",
    );
  }
  if (abilities.runs === "tasks") {
    limits.push(
      "This version lists the jobs that runners took and no runs: each of them counts as a run of its own, and the rung executed is read from statuses.",
    );
  }
  if (abilities.runs === "forgejo") {
    limits.push(
      "This forge tells no steps and no times of jobs: a step that is allowed to fail is seen in the workflow file alone.",
    );
  }
  if (abilities.runs === "runs" && !abilities.tellsSteps) {
    limits.push(
      "Before 1.27 every step of a job is said to stand as its whole job: steps are not read, and one that is allowed to fail is seen in the workflow file alone.",
    );
  }
  if (abilities.batches === false) {
    limits.push(
      "No batches of files before 1.24 of Gitea: the text of each file that is read takes a request of its own.",
    );
  }
  if (abilities.pullsMax < Math.min(abilities.pageMax, 50)) {
    limits.push(
      `Lists of pull requests are slow before 1.23.6: they are read ${abilities.pullsMax} rows at a time, so a first sync takes more requests. An upgrade of the forge makes it quicker.`,
    );
  }
  if (abilities.pageMax < 50) {
    limits.push(
      `The forge gives at most ${abilities.pageMax} rows a page: a first sync takes more requests.`,
    );
  }
  if (!abilities.sendsChecks) {
    limits.push(
      "This version sends no webhooks for statuses and runs: they are read on a timer, so they come later.",
    );
  }
  return limits;
}
