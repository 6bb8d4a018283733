import type { ProtectionFact } from "#/lib/facts/protection.ts";
import type { Tx } from "./db.ts";

type Seen = {
  readonly repositoryId: number;
  readonly branch: string;
  readonly seenAt: Date;
  /** Null where the branch is not protected at all. */
  readonly protection: ProtectionFact | null;
};

const NONE: ProtectionFact = { checksRequired: false, contexts: [], approvals: 0, bypass: null };

/** Holds what a branch demands from this moment on; a row is added only where it is another demand than before. */
export async function saveProtection(tx: Tx, seen: Seen): Promise<void> {
  const { repositoryId, branch, seenAt, protection } = seen;
  const { checksRequired, contexts, approvals, bypass } = protection ?? NONE;
  const row = {
    branch,
    protected: protection !== null,
    checksRequired,
    contexts: [...contexts].toSorted(),
    approvals,
    bypass,
  };
  const last = await tx.protection.findFirst({
    where: { repositoryId },
    orderBy: { id: "desc" },
    omit: { id: true, repositoryId: true, seenAt: true },
  });
  if (last !== null && isSame(row, last)) return;
  await tx.protection.create({ data: { ...row, repositoryId, seenAt } });
}

type Row = Omit<ProtectionFact, "contexts"> & {
  readonly branch: string;
  readonly protected: boolean;
  readonly contexts: readonly string[];
};

const isSame = (one: Row, other: Row): boolean =>
  one.branch === other.branch &&
  one.protected === other.protected &&
  one.checksRequired === other.checksRequired &&
  one.approvals === other.approvals &&
  one.bypass === other.bypass &&
  JSON.stringify(one.contexts) === JSON.stringify(other.contexts);
