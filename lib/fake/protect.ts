import type { Ground } from "./change/place.ts";
import { raise } from "./change/raise.ts";
import { defaultBranchOf } from "./push.ts";
import type { FakeProtection, FakeRepository, FakeStatus } from "./store.ts";

/** Posts a status on a commit, which need not be of a branch. One that is posted again is a row of its own. */
export function setStatus(
  ground: Ground,
  { sha, ...said }: Pick<FakeStatus, "context" | "state"> & Partial<FakeStatus> & { sha: string },
): FakeStatus {
  const { store, repository } = ground;
  const rest = { at: store.clock.now(), description: "", targetUrl: "", creator: null };
  const status = { ...rest, workflow: null, ...said };
  repository.statuses.set(sha, [...(repository.statuses.get(sha) ?? []), status]);
  raise(ground, { kind: "status", sha, status, sender: status.creator ?? store.viewer });
  return status;
}

/** Changes what the default branch demands; begins with nothing but one approval. */
export function protect(repository: FakeRepository, changed: Partial<FakeProtection> = {}): void {
  const branch = defaultBranchOf(repository);
  const before = branch.protection ?? {
    rule: branch.name,
    checksRequired: false,
    contexts: [],
    approvals: 1,
    blocksAdmins: false,
    bypassers: null,
  };
  branch.protection = { ...before, ...changed };
  repository.revision += 1;
}

export function unprotect(repository: FakeRepository): void {
  defaultBranchOf(repository).protection = null;
  repository.revision += 1;
}

/** Sets the contexts that must have passed; none of them stands for all that there are. */
export function requireContexts(repository: FakeRepository, contexts: string[]): void {
  protect(repository, { checksRequired: true, contexts });
}
