import { z } from "zod";
import { type ChangedFile, FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { db } from "./db.ts";
import type { MergedPullRequest } from "./load-merged.ts";

const NO_FILES = "The changed files were not read yet.";

export type LoadedPullRequest = Omit<MergedPullRequest, "mergedAt"> & {
  readonly state: string;
  /** Null of one that is not merged. */
  readonly mergedAt: Date | null;
};

/** One pull request in any state, with its files and what is held of their patches; null where there is none of this number. */
export async function loadPullRequest(
  repositoryId: number,
  number: number,
): Promise<LoadedPullRequest | null> {
  const row = await db.pullRequest.findUnique({
    where: { repositoryId_number: { repositoryId, number } },
    include: { files: { orderBy: { path: "asc" }, include: { patch: true } } },
  });
  if (!row) return null;
  const { files, filesKnown, filesWhy } = row;
  return {
    number: row.number,
    title: row.title,
    body: row.body,
    author: row.author,
    url: row.url,
    labels: row.labels,
    baseRef: row.baseRef,
    headRef: row.headRef,
    headSha: row.headSha,
    mergeSha: row.mergeSha,
    state: row.state,
    mergedAt: row.mergedAt,
    files: filesKnown ? known(files.map(toFile)) : unknown(filesWhy ?? NO_FILES),
  };
}

type FileRow = {
  path: string;
  previousPath: string | null;
  status: string;
  additions: number | null;
  deletions: number | null;
  patch: { patch: string | null; why: string | null } | null;
};

function toFile({ path, previousPath, status, additions, deletions, patch }: FileRow): ChangedFile {
  const fileStatus = z.enum(FILE_STATUSES).parse(status);
  const file = { path, previousPath, status: fileStatus, additions, deletions };
  if (!patch) return file;
  return {
    ...file,
    patch: patch.patch === null ? unknown(patch.why ?? "It was not read.") : known(patch.patch),
  };
}
