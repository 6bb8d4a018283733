import { AppError } from "#/lib/errors.ts";
import { historyOf } from "#/lib/forge/git/walk-history.ts";
import type { AuditDocument } from "#/lib/report/audit-document.ts";
import { cloneAt } from "./clone-at.ts";
import { loadPolicy } from "./load-policy.ts";

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

/** Audits a clone: reads its merged pull requests and its gates as of the end of the window, and judges them. Throws AppError usage for a directory, policy or window that cannot be audited. */
export async function runAudit(request: AuditRequest): Promise<AuditDocument> {
  const { since, until, limit, onProgress } = request;
  if (since && until && since > until)
    throw new AppError("usage", "--since lies after --until. Swap them.");
  const policy = await loadPolicy(request.policy);
  const clone = await cloneAt(request.directory, until);
  if (clone.isShallow)
    onProgress("The clone is shallow: what was merged before its first commit is not counted.");
  // Git walks the history while what judges it is loaded.
  void historyOf(clone);
  const { judgeClone } = await import("./judge-clone.ts");
  const { toDocument } = await import("./to-document.ts");
  const window = { since, until, limit };
  const judged = await judgeClone({ clone, window, rules: policy.rules, onProgress });
  return toDocument({
    repository: clone.name,
    head: clone.head,
    asOf: until ?? request.now,
    window,
    policy,
    ...judged,
  });
}
