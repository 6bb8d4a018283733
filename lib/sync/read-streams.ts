import type { StreamName } from "#/lib/store/streams.ts";
import { loadStream } from "#/lib/store/sync-streams.ts";
import { readStream } from "./read-stream.ts";
import { syncChanges } from "./sync-changes.ts";
import { syncChecks } from "./sync-checks.ts";
import { syncComments } from "./sync-comments.ts";
import { isLineDue, syncCommits } from "./sync-commits.ts";
import { syncCounts } from "./sync-counts.ts";
import { syncFiles } from "./sync-files.ts";
import { syncJobs } from "./sync-jobs.ts";
import { syncLabels } from "./sync-labels.ts";
import { syncOpen } from "./sync-open.ts";
import { syncPatches } from "./sync-patches.ts";
import { syncProtection } from "./sync-protection.ts";
import { syncReviews } from "./sync-reviews.ts";
import { syncRuns } from "./sync-runs.ts";
import { syncSources } from "./sync-sources.ts";
import type { SyncTask } from "./sync-task.ts";
import { syncWorkflows } from "./sync-workflows.ts";
import { isWholeDue, walkWhole } from "./walk-whole.ts";

type Read = (task: SyncTask) => Promise<void>;

/**
 * In their order: what a pull request closes can make a fix of it, and only a fix's patches and checks are
 * read; which files gates run by is known from the workflow files, and those are read where the branch moved.
 */
const FACTS: readonly (readonly [StreamName, Read])[] = [
  ["changes", syncChanges],
  ["comments", syncComments],
  ["commits", syncCommits],
  ["workflows", syncWorkflows],
  ["files", syncFiles],
  ["patches", syncPatches],
  ["sources", syncSources],
  ["runs", syncRuns],
  ["checks", syncChecks],
  ["protection", syncProtection],
  ["open", syncOpen],
  ["reviews", syncReviews],
  ["labels", syncLabels],
  ["jobs", syncJobs],
];

/** Reads every stream of a repository that is due, or all of them, each under its lease. */
export async function readStreams(task: SyncTask, { whole }: { whole: boolean }): Promise<void> {
  if (whole || (await isDue(task, "counts"))) await readStream(task, "counts", syncCounts);
  for (const stream of ["pulls", "issues"] as const)
    if (whole || (await isWholeDue(task, stream)))
      await readStream(task, stream, (leased) => walkWhole(leased, stream));
  for (const [stream, read] of FACTS) {
    if (whole && stream === "comments") await readStream(task, stream, walkComments);
    else if (whole || (await isDue(task, stream))) await readStream(task, stream, read);
  }
}

/** Reads those of these streams that are due, in the order of a pass; false where somebody else was at one of them. */
export async function readDue(task: SyncTask, streams: readonly StreamName[]): Promise<boolean> {
  let isAll = true;
  for (const [stream, read] of FACTS)
    if (streams.includes(stream) && (await isDue(task, stream)))
      isAll = (await readStream(task, stream, read)) && isAll;
  return isAll;
}

const walkComments: Read = (task) => walkWhole(task, "comments");

async function isDue(task: SyncTask, stream: StreamName): Promise<boolean> {
  // When all comments are due is told by their own reading.
  if (stream === "comments") return true;
  if (stream === "commits") return isLineDue(task);
  const { dueAt } = await loadStream(task.repositoryId, stream);
  return dueAt === null || dueAt <= task.now();
}
