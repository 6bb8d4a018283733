import { type Answer, answerJson } from "../../answer.ts";
import {
  type CheckRun,
  checkRunsOf,
  combinedState,
  type PostedStatus,
  postedOn,
  statusesOf,
  statusState,
} from "../checks.ts";
import type { Commit } from "../commit.ts";
import { commitAt, commitsFrom, shaOf } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { FILES_MAX } from "../patch-of.ts";
import { reply } from "../reply.ts";
import { apiOf, webOf } from "../site.ts";
import { shapeFile } from "./answer-pulls.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeCommit } from "./shape-commit.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUserOrNull } from "./shape-user.ts";

/** Everything that a branch or a commit leads to, newest first; not only along first parents. */
export function answerCommits(call: Call): Answer {
  const { query, repository } = call;
  const all = commitsFrom(repository, query.get("sha") ?? repository.defaultBranch);
  if (!all) return unknownCommit(query.get("sha") ?? "");
  const matching = all.filter(withinOf(query));
  const { rows, headers } = pageOf(call, matching);
  return answerJson(
    rows.map((row) => shapeCommit(call, row)),
    headers,
  );
}

function withinOf(query: URLSearchParams): (commit: Commit) => boolean {
  const [since, until, path] = ["since", "until", "path"].map((name) => query.get(name));
  const [from, to] = [Date.parse(since ?? ""), Date.parse(until ?? "")];
  const isUnder = (file: string) => file === path || file.startsWith(`${path}/`);
  return ({ at, files }) =>
    (!since || Date.parse(at) >= from) &&
    (!until || Date.parse(at) <= to) &&
    (!path || files().some((file) => isUnder(file.path)));
}

const unknownCommit = (sha: string): Answer =>
  reply({ status: 422, message: `No commit found for SHA: ${sha}` });

export function answerCommit(call: Call): Answer {
  const commit = commitAt(call.repository, call.params.ref ?? "");
  if (!commit) return unknownCommit(call.params.ref ?? "");
  const files = commit.files();
  const sum = (of: "additions" | "deletions") => files.reduce((total, file) => total + file[of], 0);
  const [additions, deletions] = [sum("additions"), sum("deletions")];
  const { rows, headers } = pageOf(call, files.slice(0, FILES_MAX));
  return answerJson(
    {
      ...shapeCommit(call, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: rows.map((file) => shapeFile(call, file, commit.sha)),
    },
    headers,
  );
}

/** What the statuses of a commit say together; jobs are not among them here. */
export function answerCombinedStatus(call: Call): Answer {
  const sha = shaOf(call.repository, call.params.ref ?? "");
  if (sha === null) return unknownCommit(call.params.ref ?? "");
  const all = statusesOf(call.repository, sha);
  const { rows, headers } = pageOf(call, all);
  const url = `${apiOf(call)}/commits/${sha}`;
  return answerJson(
    {
      state: combinedState(all),
      statuses: rows.map((row) => shapeStatus(call, sha, row)),
      sha,
      total_count: all.length,
      repository: shapeRepository(call),
      commit_url: url,
      url: `${url}/status`,
    },
    headers,
  );
}

/** Everything that was ever posted on a commit, newest first. */
export function answerStatuses(call: Call): Answer {
  const sha = shaOf(call.repository, call.params.ref ?? "");
  if (sha === null) return unknownCommit(call.params.ref ?? "");
  const { rows, headers } = pageOf(call, postedOn(call.repository, sha).toReversed());
  return answerJson(
    rows.map((row) => shapeStatus(call, sha, row)),
    headers,
  );
}

function shapeStatus(call: Call, sha: string, row: PostedStatus) {
  return {
    url: `${apiOf(call)}/statuses/${sha}`,
    avatar_url: null,
    id: row.id,
    node_id: nodeId("SC", call.repository.id, sha, row.id),
    state: statusState(row),
    description: row.description || null,
    target_url: row.targetUrl || null,
    context: row.context,
    created_at: row.at,
    updated_at: row.at,
    creator: shapeUserOrNull(call, row.creator),
  };
}

export function answerCheckRuns(call: Call): Answer {
  const sha = shaOf(call.repository, call.params.ref ?? "");
  if (sha === null) return unknownCommit(call.params.ref ?? "");
  const name = call.query.get("check_name");
  const all = checkRunsOf(call.repository, sha).filter((run) => !name || run.name === name);
  const { rows, headers } = pageOf(call, all);
  const check_runs = rows.map((row) => shapeCheckRun(call, sha, row));
  return answerJson({ total_count: all.length, check_runs }, headers);
}

function shapeCheckRun(call: Call, sha: string, run: CheckRun) {
  const html = `${webOf(call)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CR", call.repository.id, sha, run.id),
    head_sha: sha,
    external_id: "",
    url: `${apiOf(call)}/check-runs/${run.id}`,
    html_url: html,
    details_url: html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { title: null, summary: null, text: null, annotations_count: 0 },
    app: { id: 15_368, slug: "github-actions", name: "GitHub Actions" },
    pull_requests: [],
  };
}
