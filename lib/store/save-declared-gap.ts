import type { Tx } from "./db.ts";

export type DeclaredPull = { readonly repositoryId: number; readonly number: number };
export type Priority = "P0" | "P1" | "P2" | "P3";

export type NewDeclaredGap = {
  readonly programId: number;
  readonly actorId: number;
  readonly at: Date;
  readonly repositoryId: number;
  readonly title: string;
  readonly note: string | null;
  readonly priority: Priority;
  readonly closedBy: readonly DeclaredPull[];
};

export type DeclaredGapChange = {
  readonly programId: number;
  readonly id: number;
  readonly priority?: Priority | undefined;
  readonly note?: string | null | undefined;
  readonly closedBy?: readonly DeclaredPull[] | undefined;
  /** Null puts it back in scope. */
  readonly withdrawnAt?: Date | null | undefined;
};

/** Keeps a gap that somebody wrote down, behind those of its priority, and counts it: until an assessment knew as much, the program is being judged. */
export async function createDeclaredGap(tx: Tx, gap: NewDeclaredGap): Promise<number> {
  const { programId, priority, closedBy, ...rest } = gap;
  const ordinal = await nextOrdinal(tx, programId, priority);
  const row = await tx.declaredGap.create({
    data: { ...rest, programId, priority, ordinal, closedBy: asJson(closedBy) },
  });
  await countWord(tx, programId);
  return row.id;
}

/** Changes what is given of a declared gap, and counts it; one of another priority goes behind those of it. */
export async function changeDeclaredGap(tx: Tx, change: DeclaredGapChange): Promise<void> {
  const { programId, id, priority, note, closedBy, withdrawnAt } = change;
  await tx.declaredGap.update({
    where: { id, programId },
    data: {
      ...(priority === undefined
        ? {}
        : { priority, ordinal: await nextOrdinal(tx, programId, priority) }),
      ...(note === undefined ? {} : { note }),
      ...(closedBy === undefined ? {} : { closedBy: asJson(closedBy) }),
      ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
    },
  });
  await countWord(tx, programId);
}

const asJson = (closedBy: readonly DeclaredPull[]) =>
  closedBy.map(({ repositoryId, number }) => ({ repositoryId, number }));

async function nextOrdinal(tx: Tx, programId: number, priority: Priority): Promise<number> {
  const last = await tx.declaredGap.aggregate({
    where: { programId, priority },
    _max: { ordinal: true },
  });
  return (last._max.ordinal ?? -1) + 1;
}

const countWord = (tx: Tx, programId: number) =>
  tx.program.update({ where: { id: programId }, data: { words: { increment: 1 } } });
