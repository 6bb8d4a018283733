import type { Tx } from "./db.ts";

export type NewOverride = {
  readonly programId: number;
  readonly repositoryId: number;
  readonly at: Date;
  readonly actorId: number;
  readonly subject: "fix" | "test_kind" | "guard";
  readonly key: string;
  /** Null takes an earlier word back. */
  readonly value: string | null;
  readonly reason: string;
};

/** Keeps a person's word, and counts it: until an assessment knew as many, the program is being judged. */
export async function saveOverride(tx: Tx, override: NewOverride): Promise<void> {
  await tx.override.create({ data: override });
  await tx.program.update({
    where: { id: override.programId },
    data: { words: { increment: 1 } },
  });
}
