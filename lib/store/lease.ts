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
    const { rows } = await holder.client.query<{ held: boolean }>(
      "select pg_try_advisory_lock($1::bigint << 40 | $2::bigint) as held",
      [CLASS, key],
    );
    isHeld = rows[0]?.held === true;
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
  await holder.client
    .query("select pg_advisory_unlock($1::bigint << 40 | $2::bigint)", [CLASS, key])
    .catch(() => undefined);
}

async function connect(): Promise<Holder> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const holder: Holder = { client, lost: new AbortController(), keys: new Set(), isClosed: false };
  client.on("error", () => {
    holder.isClosed = true;
    holder.lost.abort(new AppError("unavailable", LOST));
  });
  await client.connect();
  return holder;
}
