import { type Db, db, dbNull, type JsonInput } from "./db.ts";
import type { StreamName } from "./streams.ts";

export type StreamState = {
  readonly position: unknown;
  readonly passStartedAt: Date | null;
  readonly watermark: Date | null;
  readonly completedAt: Date | null;
  /** The end of the last walk over everything; null while there was none. */
  readonly wholeAt: Date | null;
  /** Before when it need not be read again; null is due now. */
  readonly dueAt: Date | null;
  /** By what the last pass looked, where that can change. */
  readonly mark: string | null;
  readonly forgeTotal: number | null;
  /** Why the last pass could not read it; null when it could. */
  readonly refusal: string | null;
};

const FRESH: StreamState = {
  position: null,
  passStartedAt: null,
  watermark: null,
  completedAt: null,
  wholeAt: null,
  dueAt: null,
  mark: null,
  forgeTotal: null,
  refusal: null,
};

/** Where a stream stands; a stream that was never read stands at its beginning. */
export async function loadStream(repositoryId: number, stream: StreamName): Promise<StreamState> {
  const row = await db.syncStream.findUnique({
    where: { repositoryId_stream: { repositoryId, stream } },
  });
  return row ?? FRESH;
}

/** Moves the position of an unfinished pass, in the transaction of the page it belongs to. */
export async function savePosition(
  tx: Db,
  input: {
    repositoryId: number;
    stream: StreamName;
    position: JsonInput;
    passStartedAt: Date;
    forgeTotal: number | null;
    /** How far back the rows of a first walk reach; left as it is where it is not given. */
    reachedBack?: Date;
  },
): Promise<void> {
  const { repositoryId, stream, forgeTotal, ...rest } = input;
  // What it did not say now it may have said before.
  const fields = { ...rest, ...(forgeTotal === null ? {} : { forgeTotal }) };
  await tx.syncStream.upsert({
    where: { repositoryId_stream: { repositoryId, stream } },
    create: { repositoryId, stream, ...fields },
    update: fields,
  });
}

/** Ends a pass: only now does the watermark move, to the forge's clock at the pass's first request. */
export async function completePass(
  tx: Db,
  input: {
    repositoryId: number;
    stream: StreamName;
    passStartedAt: Date;
    forgeTotal: number | null;
    at: Date;
    /** Whether the pass walked over everything. */
    whole?: boolean;
    /** Before when it need not be read again; due at once where it is not given. */
    dueAt?: Date;
    mark?: string;
  },
): Promise<void> {
  const { repositoryId, stream, at, passStartedAt, forgeTotal, whole = false, dueAt, mark } = input;
  const fields = {
    position: dbNull,
    passStartedAt: null,
    watermark: passStartedAt,
    completedAt: at,
    refusal: null,
    dueAt: dueAt ?? null,
    ...(whole ? { wholeAt: at, reachedBack: null } : {}),
    ...(mark === undefined ? {} : { mark }),
    ...(forgeTotal === null ? {} : { forgeTotal, countedAt: at }),
  };
  await tx.syncStream.upsert({
    where: { repositoryId_stream: { repositoryId, stream } },
    create: { repositoryId, stream, ...fields },
    update: fields,
  });
}

/**
 * Ends a pass that could not read its stream. The watermark and the time of the last whole pass stay, so
 * nothing looks whole that is not, and the next pass asks for everything that this one was due.
 */
export async function refusePass(input: {
  repositoryId: number;
  stream: StreamName;
  refusal: string;
  /** Before when it need not be asked again; due at once where it is not given. */
  dueAt?: Date;
}): Promise<void> {
  const { repositoryId, stream, refusal, dueAt } = input;
  const fields = { position: dbNull, passStartedAt: null, refusal, dueAt: dueAt ?? null };
  await db.syncStream.upsert({
    where: { repositoryId_stream: { repositoryId, stream } },
    create: { repositoryId, stream, ...fields },
    update: fields,
  });
}

/** Has a stream read again by the next pass, whatever its timer says. */
export async function makeDue(
  tx: Db,
  repositoryId: number,
  streams: readonly StreamName[],
): Promise<void> {
  await tx.syncStream.updateMany({
    where: { repositoryId, stream: { in: [...streams] }, dueAt: { not: null } },
    data: { dueAt: null },
  });
}

/** Says that these streams, but for those that are refused, are as fresh as a pass that read what changed in them; where they stand stays. */
export async function markRead(
  tx: Db,
  repositoryId: number,
  streams: readonly StreamName[],
  at: Date,
): Promise<void> {
  await tx.syncStream.updateMany({
    where: {
      repositoryId,
      stream: { in: [...streams] },
      completedAt: { not: null },
      refusal: null,
    },
    data: { completedAt: at },
  });
}

/** Writes down how many rows the forge says a stream has; a stream that was never read has no line yet, and gets none. */
export async function saveTotal(
  tx: Db,
  input: { repositoryId: number; stream: StreamName; forgeTotal: number; at: Date },
): Promise<void> {
  const { repositoryId, stream, forgeTotal, at: countedAt } = input;
  await tx.syncStream.updateMany({
    where: { repositoryId, stream },
    data: { forgeTotal, countedAt },
  });
}
