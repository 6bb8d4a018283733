import type { Db } from "./db.ts";
import type { StreamName } from "./streams.ts";

export type QuarantinedRow = {
  /** Where it lies, told so that a person finds it. */
  readonly at: string;
  readonly number: number | null;
  readonly why: string;
};

/** Writes down rows that the forge cannot give; one that was known before keeps the moment at which it was first met. */
export async function quarantine(
  tx: Db,
  { repositoryId, stream, at }: { repositoryId: number; stream: StreamName; at: Date },
  rows: readonly QuarantinedRow[],
): Promise<void> {
  for (const row of rows) {
    const key = { repositoryId, stream, at: row.at };
    const fields = { number: row.number, why: row.why, seenAt: at };
    await tx.quarantine.upsert({
      where: { repositoryId_stream_at: key },
      create: { ...key, ...fields, since: at },
      update: fields,
    });
  }
}

/** Lets go of what was quarantined before this walk began and was not met by it: it came with its neighbours, or is gone. */
export async function releaseQuarantine(
  tx: Db,
  repositoryId: number,
  stream: StreamName,
  before: Date,
): Promise<void> {
  await tx.quarantine.deleteMany({ where: { repositoryId, stream, seenAt: { lt: before } } });
}
