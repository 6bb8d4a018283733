import { type Db, db, dbNull, type JsonInput } from "./db.ts";

export type StreamName =
  | "issues"
  | "pulls"
  | "comments"
  | "commits"
  | "files"
  | "patches"
  | "workflows"
  | "sources"
  | "checks"
  | "protection";

export type StreamState = {
  readonly position: unknown;
  readonly passStartedAt: Date | null;
  readonly watermark: Date | null;
  readonly completedAt: Date | null;
  /** Why the last pass could not read it; null when it could. */
  readonly refusal: string | null;
};

const FRESH: StreamState = {
  position: null,
  passStartedAt: null,
  watermark: null,
  completedAt: null,
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
  },
): Promise<void> {
  const { repositoryId, stream, ...fields } = input;
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
  },
): Promise<void> {
  const { repositoryId, stream, at, passStartedAt, forgeTotal } = input;
  const fields = {
    position: dbNull,
    passStartedAt: null,
    watermark: passStartedAt,
    completedAt: at,
    refusal: null,
    ...(forgeTotal === null ? {} : { forgeTotal }),
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
}): Promise<void> {
  const { repositoryId, stream, refusal } = input;
  const fields = { position: dbNull, passStartedAt: null, refusal };
  await db.syncStream.upsert({
    where: { repositoryId_stream: { repositoryId, stream } },
    create: { repositoryId, stream, ...fields },
    update: fields,
  });
}
