import pg from "pg";
import { AppError } from "#/lib/errors.ts";
import { STREAMS, type StreamName } from "./streams.ts";

// Keeps these advisory locks apart from everybody else's, and leaves room for every repository and stream.
const CLASS = 0x6a7e;
const STREAMS_MAX = 64;

const LOST =
  "The connection that held the lease was lost, so another worker may read the same now. The next run goes on from here.";

/** The connection that holds every lease of this process: it is opened for the first and closed behind the last. */
type Holder = {
  readonly client: pg.Client;
  readonly lost: AbortController;
  readonly keys: Set<number>;
  /** The end of the question before: the connection takes one at a time. */
  turn: Promise<unknown>;
  /** Once set nobody begins with it any more. */
  isClosed: boolean;
};

const shared = globalThis as typeof globalThis & { gatelineLeases?: Promise<Holder> };

/**
 * Runs `work` while holding the lease on one stream of a repository, or returns null when somebody else
 * holds it. Leases belong to a connection of their own: a killed process loses them at once, nothing has to
 * expire, and where the connection is lost `work` is told by its signal.
 */
export async function withLease<Result>(
  { repositoryId, stream }: { repositoryId: number; stream: StreamName },
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | null> {
  const key = repositoryId * STREAMS_MAX + STREAMS.indexOf(stream);
  const holder = await take(key);
  if (holder === null) return null;
  try {
    return await work(AbortSignal.any([signal, holder.lost.signal]));
  } finally {
    await release(holder, key);
  }
}

async function take(key: number): Promise<Holder | null> {
  const holder = await openHolder();
  // To the database every lease of this process is held by the same session, which may take it twice.
  if (holder.keys.has(key)) return null;
  holder.keys.add(key);
  let isHeld = false;
  try {
    isHeld = await ask(holder, "pg_try_advisory_lock", key);
    return isHeld ? holder : null;
  } finally {
    if (!isHeld) await release(holder, key);
  }
}

async function openHolder(): Promise<Holder> {
  for (;;) {
    const opening = (shared.gatelineLeases ??= connect());
    try {
      const holder = await opening;
      if (!holder.isClosed) return holder;
    } finally {
      // One that failed, or was closed meanwhile, is not asked again.
      const isStale = await opening.then(
        ({ isClosed }) => isClosed,
        () => true,
      );
      if (isStale && shared.gatelineLeases === opening) delete shared.gatelineLeases;
    }
  }
}

async function release(holder: Holder, key: number): Promise<void> {
  holder.keys.delete(key);
  if (holder.keys.size === 0) {
    holder.isClosed = true;
    await holder.client.end().catch(() => undefined);
    return;
  }
  await ask(holder, "pg_advisory_unlock", key).catch(() => undefined);
}

type Question = "pg_try_advisory_lock" | "pg_advisory_unlock";

async function ask(holder: Holder, question: Question, key: number): Promise<boolean> {
  const text = `select ${question}($1::bigint << 40 | $2::bigint) as said`;
  const asked = holder.turn.then(() => holder.client.query<{ said: boolean }>(text, [CLASS, key]));
  holder.turn = asked.catch(() => undefined);
  return (await asked).rows[0]?.said === true;
}

async function connect(): Promise<Holder> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  const holder: Holder = {
    client,
    lost: new AbortController(),
    keys: new Set(),
    turn: Promise.resolve(),
    isClosed: false,
  };
  client.on("error", () => {
    holder.isClosed = true;
    holder.lost.abort(new AppError("unavailable", LOST));
  });
  await client.connect();
  return holder;
}
