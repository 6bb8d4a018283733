import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { AppError } from "#/lib/errors.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import { commitAt } from "#/lib/forge/git/commit-at.ts";
import { type Clone, openClone } from "#/lib/forge/git/open-clone.ts";
import { type MergedPullRequest, readMerged } from "#/lib/forge/git/read-merged.ts";
import { readWorkflows } from "#/lib/forge/git/read-workflows.ts";
import type { AuditDocument } from "#/lib/report/audit-document.ts";
import { loadPolicy } from "./load-policy.ts";
import { toDocument } from "./to-document.ts";

export type AuditRequest = {
  readonly directory: string;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly limit: number | null;
  readonly policy: string;
  readonly now: Date;
  /** Told what is read and what is missing, one sentence at a time. */
  readonly onProgress: (sentence: string) => void;
};

const PROGRESS_EVERY = 1000;

/** Audits a clone: reads its merged pull requests and its gates as of the end of the window, and judges them. Throws AppError usage for a directory, policy or window that cannot be audited. */
export async function runAudit(request: AuditRequest): Promise<AuditDocument> {
  const { since, until, onProgress } = request;
  if (since && until && since > until)
    throw new AppError("usage", "--since lies after --until. Swap them.");
  const policy = await loadPolicy(request.policy);
  const clone = await cloneAt(request.directory, until);
  if (clone.isShallow)
    onProgress("The clone is shallow: what was merged before its first commit is not counted.");

  const [merged, gates] = await Promise.all([mergedOf(clone, request), gatesOf(clone, onProgress)]);
  const listless = merged.filter(({ files }) => !files.known).length;
  if (listless > 0)
    onProgress(
      `${listless} of ${merged.length} merged pull requests have no readable list of files.`,
    );
  return toDocument({
    repository: clone.name,
    head: clone.head,
    asOf: until ?? request.now,
    window: { since, until, limit: request.limit },
    policy,
    merged,
    gates,
  });
}

async function cloneAt(directory: string, until: Date | null): Promise<Clone> {
  const clone = await openClone(directory);
  if (until === null) return clone;
  const head = await commitAt(clone, until);
  if (head === null) {
    throw new AppError(
      "usage",
      `The history of ${directory} begins after ${until.toISOString()}. Give a later --until.`,
    );
  }
  return { ...clone, head };
}

async function mergedOf(
  clone: Clone,
  { since, until, limit, onProgress }: AuditRequest,
): Promise<readonly MergedPullRequest[]> {
  const merged: MergedPullRequest[] = [];
  for await (const pullRequest of readMerged(clone, { since, until, limit })) {
    merged.push(pullRequest);
    if (merged.length % PROGRESS_EVERY === 0)
      onProgress(`Read ${merged.length} merged pull requests.`);
  }
  return merged;
}

async function gatesOf(
  clone: Clone,
  onProgress: AuditRequest["onProgress"],
): Promise<Known<readonly Gate[]>> {
  const files = await readWorkflows(clone, clone.head);
  if (!files.known) {
    onProgress(files.why);
    return files;
  }
  const { gates, findings } = readGates(decidingFiles("git", files.value));
  for (const { kind, workflow, message } of findings) {
    if (kind === "broken_workflow") onProgress(`${workflow}: ${message}`);
  }
  return known(gates);
}
