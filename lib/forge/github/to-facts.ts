import type { ChangedFile as ChangedFileFact, FileStatus } from "#/lib/facts/changed-file.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { LabelFact } from "#/lib/facts/label.ts";
import type { StreamedPullRequest } from "../forge.ts";
import type { ChangedFile, Files, Issue, Label, PullRequest } from "./schema.ts";
import { toReviews } from "./to-reviews.ts";

const namesOf = (labels: Issue["labels"]): string[] =>
  (labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : [])).toSorted();

/** An issue in our words. */
export const toIssue = (row: Issue): IssueFact => ({
  externalId: row.fullDatabaseId,
  number: row.number,
  title: row.title,
  body: row.body ?? null,
  state: row.issueState === "OPEN" ? "open" : "closed",
  author: row.author,
  labels: namesOf(row.labels),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  closedAt: row.closedAt,
  url: row.url ?? null,
});

/** A pull request in our words. Its files are null where a question of their own has to tell them, as where the row held only the first of them or one was renamed, and so are its reviews. */
export const toPullRequest = (row: PullRequest): StreamedPullRequest => ({
  externalId: row.fullDatabaseId,
  number: row.number,
  title: row.title,
  body: row.body ?? null,
  state: row.state === "MERGED" ? "merged" : row.state === "OPEN" ? "open" : "closed",
  author: row.author,
  labels: namesOf(row.labels),
  baseRef: row.baseRefName,
  headRef: row.headRefName ?? null,
  headSha: row.headRefOid,
  mergeSha: row.state === "MERGED" ? (row.mergeCommit?.oid ?? null) : null,
  mergedAt: row.state === "MERGED" ? row.mergedAt : null,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  url: row.url ?? null,
  files: toFiles(row),
  reviews: toReviews(row),
});

/** The most files of a pull request that the forge tells. Source: its description of both interfaces. */
export const FILES_MAX = 3000;

const UNTOLD =
  "The forge does not tell the changed files: it does not have them any more, or the token may not see them.";

// Of the two the forge does not tell here from where they come.
const FROM_ELSEWHERE = new Set(["RENAMED", "COPIED"]);

/** The files of a pull request; unknown where the forge has none to tell, null where it has to be asked for them by itself. */
export function toFiles({ files, changedFiles }: Files): Known<readonly ChangedFileFact[]> | null {
  const total = Math.max(files?.totalCount ?? 0, changedFiles);
  if (total > FILES_MAX) return unknown(tooMany(total));
  if (!files) {
    return total > 0 ? unknown(UNTOLD) : known([]);
  }
  const rows = files.nodes.flatMap((node) => (node ? [node] : []));
  const isWhole = !files.pageInfo.hasNextPage && rows.length >= files.totalCount;
  if (!isWhole || rows.some((row) => FROM_ELSEWHERE.has(row.changeType))) return null;
  return known(rows.map(toChangedFile));
}

/** Why the files of a pull request with so many of them are unknown. */
export const tooMany = (total: number): string =>
  `The pull request touches ${total} files or more, and the forge tells the first ${FILES_MAX} alone.`;

// Both interfaces' words for the same.
const STATUS: Readonly<Record<string, FileStatus>> = {
  ADDED: "added",
  MODIFIED: "modified",
  DELETED: "removed",
  REMOVED: "removed",
  RENAMED: "renamed",
  COPIED: "copied",
};

/** What happened to a file, by the word of either interface; `changed` for all that is none of the others. */
export const toFileStatus = (word: string): FileStatus => STATUS[word.toUpperCase()] ?? "changed";

const toChangedFile = (row: ChangedFile): ChangedFileFact => ({
  path: row.path,
  previousPath: null,
  status: toFileStatus(row.changeType),
  additions: row.additions,
  deletions: row.deletions,
});

/** A label in our words. */
export const toLabel = (row: Label): LabelFact => ({
  externalId: row.id,
  name: row.name,
  description: row.description || null,
  color: row.color && /^[0-9a-f]{6}$/i.test(row.color) ? row.color.toLowerCase() : null,
});
