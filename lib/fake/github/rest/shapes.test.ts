import { afterAll, expect, test } from "vitest";
import { change } from "../../change.ts";
import { firstPull, servedGithub } from "../testing/served-github.ts";

const served = await servedGithub();
afterAll(() => served.server.close());
const { repository, store } = served;
const { number, headSha } = firstPull(repository);

const ground = { store, repository };
change.setStatus(ground, { sha: headSha, context: "license", state: "success", creator: "kimi" });
change.review({ ...ground, number }, { author: "kimi", state: "APPROVED", body: "" });
const opened = { workflow: "ci.yml", title: "ci", event: "push", headSha, headBranch: "main" };
const run = change.startRun(ground, { ...opened, jobs: ["go"] });
change.completeRun(ground, { id: run.id, conclusion: "success" });

const moments = "created_at updated_at";
const SHAPES: [string, string][] = [
  ["", "id node_id full_name private owner default_branch archived permissions visibility"],
  ["/issues", `id node_id number title body state user labels comments closed_at ${moments}`],
  ["/issues/comments", `id node_id user body issue_url html_url ${moments}`],
  [
    "/pulls?state=all",
    `id number draft merged_at merge_commit_sha head base labels user ${moments}`,
  ],
  [`/pulls/${number}`, "merged mergeable merged_by additions deletions changed_files commits"],
  [`/pulls/${number}/files`, "filename status additions deletions changes patch sha contents_url"],
  [`/pulls/${number}/reviews`, "id user body state submitted_at commit_id html_url"],
  [`/pulls/${number}/commits`, "sha commit author committer parents url"],
  ["/labels", "id node_id url name color default description"],
  [
    "/actions/runs",
    `total_count workflow_runs.id workflow_runs.run_attempt workflow_runs.path
    workflow_runs.event workflow_runs.status workflow_runs.conclusion workflow_runs.head_sha
    workflow_runs.head_branch workflow_runs.run_started_at workflow_runs.display_title`,
  ],
  [
    `/actions/runs/${run.id}/jobs`,
    `total_count jobs.id jobs.run_id jobs.name jobs.status jobs.conclusion
    jobs.steps jobs.started_at jobs.completed_at jobs.head_sha`,
  ],
  [
    `/commits/${headSha}/status`,
    "state sha total_count statuses.context statuses.state statuses.creator",
  ],
  [
    `/commits/${headSha}/check-runs`,
    `total_count check_runs.name check_runs.status
    check_runs.conclusion check_runs.app check_runs.started_at check_runs.completed_at`,
  ],
  ["/commits", "sha commit parents author html_url"],
  ["/commits/main", "sha stats files"],
  ["/branches/main", "name commit protected protection protection_url"],
  [
    "/branches/main/protection",
    "required_status_checks required_pull_request_reviews enforce_admins",
  ],
  ["/git/trees/main?recursive=1", "sha url truncated tree.path tree.mode tree.type tree.sha"],
  ["/contents/.gitea/workflows/ci.yml", "type encoding content size name path sha git_url"],
];

test.each(SHAPES)("%s has every field that is relied on", async (path, fields) => {
  const body = await served.read<unknown>(path);
  const missing = fields
    .split(/\s+/)
    .filter((field) => valueAt(body, field.split(".")) === undefined);
  expect(missing).toEqual([]);
});

/** The value at a path of names, in the first row of each list. */
function valueAt(value: unknown, names: readonly string[]): unknown {
  const [name, ...deeper] = names;
  if (name === undefined) return value;
  const row: unknown = Array.isArray(value) ? value[0] : value;
  return valueAt((row as Record<string, unknown> | undefined)?.[name], deeper);
}
