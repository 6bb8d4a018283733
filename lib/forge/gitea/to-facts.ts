import {
  type ChangedFile as ChangedFileFact,
  FILE_STATUSES,
  type FileStatus,
} from "#/lib/facts/changed-file.ts";
import type { CommentFact } from "#/lib/facts/comment.ts";
import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import type { LabelFact } from "#/lib/facts/label.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { StreamedPullRequest } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { JudgedCommit } from "../judge-commits.ts";
import type {
  ChangedFile,
  Comment,
  Commit,
  Issue,
  Label,
  PullRequest,
  Repository,
} from "./schema.ts";

/** A repository in our words. */
export const toRepository = (row: Repository): RepositoryFact => ({
  externalId: String(row.id),
  fullName: row.full_name,
  defaultBranch: row.default_branch,
  url: row.html_url ?? null,
});

const namesOf = (labels: Issue["labels"]) => (labels ?? []).map((label) => label.name).toSorted();

/** An issue in our words. */
export const toIssue = (row: Issue): IssueFact => ({
  externalId: String(row.id),
  number: row.number,
  title: row.title,
  body: row.body ?? null,
  state: row.state,
  author: row.user?.login ?? null,
  labels: namesOf(row.labels),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  closedAt: row.closed_at,
  url: row.html_url ?? null,
});

/** A pull request in our words; its files and reviews take questions of their own, so they are null here. */
export const toPullRequest = (row: PullRequest): StreamedPullRequest => ({
  externalId: String(row.id),
  number: row.number,
  title: row.title,
  body: row.body ?? null,
  state: row.merged ? "merged" : row.state,
  author: row.user?.login ?? null,
  labels: namesOf(row.labels),
  baseRef: row.base.ref,
  headRef: row.head?.ref ?? null,
  headSha: row.head?.sha ?? null,
  mergeSha: row.merge_commit_sha ?? null,
  forkSha: row.merge_base || null,
  mergedAt: row.merged ? row.merged_at : null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  url: row.html_url ?? null,
  files: null,
  reviews: null,
});

// Gitea's own words for what git calls removed and modified; both stand here, since forks of it differ.
const STATUS: Record<string, FileStatus> = { deleted: "removed", changed: "modified" };

/** A changed file in our words; of a rename, `path` is the new one. */
export function toChangedFile(row: ChangedFile): ChangedFileFact {
  const status =
    STATUS[row.status] ?? FILE_STATUSES.find((known) => known === row.status) ?? "changed";
  return {
    path: row.filename,
    previousPath: row.previous_filename ? row.previous_filename : null,
    status,
    additions: row.additions,
    deletions: row.deletions,
  };
}

/** A label in our words. */
export const toLabel = (row: Label): LabelFact => ({
  externalId: String(row.id),
  name: row.name,
  description: row.description || null,
  color: row.color?.replace("#", "").toLowerCase() || null,
});

/** A comment in our words, with the number that its address ends in; throws ForgeError where it has none. */
export function toComment(row: Comment): CommentFact {
  const address = row.issue_url || row.pull_request_url || row.html_url?.split("#")[0] || "";
  const number = Number(/\/(\d+)$/.exec(address)?.[1]);
  if (!(number > 0)) {
    throw new ForgeError(
      "failed",
      `Comment ${row.id} does not say which issue it belongs to (${address}).`,
    );
  }
  return {
    externalId: String(row.id),
    number,
    author: row.user?.login ?? null,
    body: row.body,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    url: row.html_url ?? null,
  };
}

/** A commit in our words; its title is the first paragraph of its message on one line. Source: git's own subject. */
export function toDirectCommit(row: Commit): DirectCommitFact {
  return {
    sha: row.sha,
    ...titleAndBody(row),
    author: row.author?.login || row.commit.author?.name || null,
    url: row.html_url ?? null,
    committedAt: row.commit.committer.date,
  };
}

/** A commit as it is judged. */
export function toJudgedCommit(row: Commit): JudgedCommit {
  const { author } = row.commit;
  const at = new Date(author?.date ?? "");
  return {
    sha: row.sha,
    parents: row.parents.map(({ sha }) => sha),
    ...titleAndBody(row),
    authorName: author?.name ?? null,
    authoredAt: Number.isNaN(at.getTime()) ? null : at,
  };
}

function titleAndBody({ commit }: Commit): { title: string; body: string } {
  const lines = commit.message.trim().split("\n");
  const blank = lines.findIndex((line) => line.trim() === "");
  const subject = blank < 0 ? lines : lines.slice(0, blank);
  return {
    title: subject.map((line) => line.trim()).join(" "),
    body: blank < 0 ? "" : lines.slice(blank).join("\n").trim(),
  };
}
