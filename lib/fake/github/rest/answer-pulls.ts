import { type Answer, answerJson } from "../../answer.ts";
import { answerDifference } from "../../gitea/answer-difference.ts";
import { sha1 } from "../../sha1.ts";
import type { FakeFile, FakePullRequest, FakeReview } from "../../store.ts";
import type { Commit } from "../commit.ts";
import { commitAt } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { rowNumbered } from "../numbered-rows.ts";
import { orderedRows } from "../ordered-rows.ts";
import { ownShasOf } from "../own-commits.ts";
import { FILES_MAX, patchOf } from "../patch-of.ts";
import { notFound, reply } from "../reply.ts";
import { reviewsOf, reviewWord } from "../reviews.ts";
import { apiOf, webOf } from "../site.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeCommit } from "./shape-commit.ts";
import { shapePull, shapeWholePull } from "./shape-pull.ts";
import { shapeUserOrNull } from "./shape-user.ts";

/** Pull requests, newest first; there is no `since`. */
export function answerPulls(call: Call): Answer {
  const { query, repository } = call;
  const sort = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const direction = query.get("direction") ?? (query.get("sort") ? "asc" : "desc");
  const state = query.get("state") ?? "open";
  const [base, head] = [query.get("base"), query.get("head")];
  const sorted = orderedRows(repository.pulls, {
    by: sort,
    keyOf: (row) => row[sort],
    descending: direction !== "asc",
  });
  const matching = sorted.filter(
    (row) =>
      (state === "all" || row.state === state) &&
      (!base || row.baseRef === base) &&
      (!head || `${repository.owner}:${row.headRef}` === head),
  );
  const { rows, headers } = pageOf(call, matching);
  return answerJson(
    rows.map((row) => shapePull(call, row)),
    headers,
  );
}

/** Hands on the pull request of the path. */
export function withPull(answer: (call: Call, pull: FakePullRequest) => Answer) {
  return (call: Call): Answer => {
    const pull = rowNumbered(call.repository.pulls, Number(call.params.number));
    return pull ? answer(call, pull) : notFound();
  };
}

const DIFFERENCE_FILES_MAX = 300;

export function answerPull(call: Call, pull: FakePullRequest): Answer {
  if (!/^application\/vnd\.github\.(v3\.)?diff$/.test(call.headers.accept ?? "")) {
    return answerJson(shapeWholePull(call, pull));
  }
  if (pull.files.length > DIFFERENCE_FILES_MAX) {
    const errors = [{ resource: "PullRequest", field: "diff", code: "too_large" }];
    const message = `Sorry, the diff exceeded the maximum number of files (${DIFFERENCE_FILES_MAX}).`;
    return reply({ status: 406, message, more: { errors } });
  }
  const asked = { ...call, params: { index: String(pull.number) }, body: "" };
  const printed = answerDifference({ ...asked, pageMax: 1, treePageMax: 1 });
  return {
    ...printed,
    headers: { "Content-Type": "application/vnd.github.diff; charset=utf-8" },
  };
}

const STATUSES = {
  added: "added",
  changed: "modified",
  deleted: "removed",
  renamed: "renamed",
  copied: "copied",
} as const satisfies Record<FakeFile["status"], string>;

export function answerPullFiles(call: Call, pull: FakePullRequest): Answer {
  const { rows, headers } = pageOf(call, pull.files.slice(0, FILES_MAX));
  return answerJson(
    rows.map((file) => shapeFile(call, file, pull.headSha)),
    headers,
  );
}

export function shapeFile(call: Call, file: FakeFile, sha: string) {
  const { path, previousPath, additions, deletions } = file;
  const patch = patchOf(file);
  const name = path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: sha1(`${sha} ${path}`),
    filename: path,
    status: STATUSES[file.status],
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${webOf(call)}/blob/${sha}/${name}`,
    raw_url: `${webOf(call)}/raw/${sha}/${name}`,
    contents_url: `${apiOf(call)}/contents/${name}?ref=${sha}`,
    // A binary file, and one that only moved, have no patch at all.
    ...(patch === null ? {} : { patch }),
    ...(previousPath === null ? {} : { previous_filename: previousPath }),
  };
}

export function answerReviews(call: Call, pull: FakePullRequest): Answer {
  const all = reviewsOf(call, pull).toSorted((a, b) => a.id - b.id);
  const { rows, headers } = pageOf(call, all);
  return answerJson(
    rows.map((row) => shapeReview(call, row)),
    headers,
  );
}

function shapeReview(call: Call, review: FakeReview) {
  const { id, number, author, body, state, submittedAt, commitId } = review;
  const html = `${webOf(call)}/pull/${number}#pullrequestreview-${id}`;
  return {
    id,
    node_id: nodeId("PRR", call.repository.id, id),
    user: shapeUserOrNull(call, author),
    body,
    state: reviewWord(review),
    html_url: html,
    pull_request_url: `${apiOf(call)}/pulls/${number}`,
    author_association: "MEMBER",
    ...(state === "PENDING" ? {} : { submitted_at: submittedAt }),
    commit_id: commitId || null,
  };
}

/** The commits as they were before a merge, oldest first. */
export function answerPullCommits(call: Call, pull: FakePullRequest): Answer {
  const { rows, headers } = pageOf(call, ownShasOf(call.repository, pull));
  return answerJson(
    rows.map((sha) => shapeCommit(call, commitAt(call.repository, sha) ?? madeUp(pull))),
    headers,
  );
}

/** The head where no branch leads to it. */
function madeUp(pull: FakePullRequest): Commit {
  return {
    sha: pull.headSha,
    parents: [],
    at: pull.createdAt,
    author: pull.author,
    message: pull.title,
    pull: null,
    files: () => pull.files,
  };
}
