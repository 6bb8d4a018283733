import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "#/lib/errors.ts";
import type { Budget } from "#/lib/forge/budget.ts";
import { db } from "#/lib/store/db.ts";
import { withLease } from "#/lib/store/lease.ts";

export type Ending = { readonly kind: "killed" | "stopped"; readonly afterRequests: number } | null;

// By this class the locks of leases are told from those of others, see lib/store/lease.ts.
const LEASES = 0x6a7e;
const QUIET_MS = 4;
const QUIET_TIMES = 3;
const HEARD_TIMES = 500;

/**
 * A worker that ends between two requests. One that is killed does nothing any more from then on: whatever
 * it waits for never comes, and its connection for leases is cut. One that is stopped is told by its signal.
 */
export function mortal(ending: Ending, repositoryId: number) {
  const stop = new AbortController();
  const died = Promise.withResolvers<"killed">();
  let asked = 0;
  const budget: Budget = {
    take: async () => {
      asked += 1;
      if (ending === null || asked <= ending.afterRequests) return null;
      if (ending.kind === "stopped") {
        stop.abort(new AppError("unavailable", "The worker was stopped."));
        return null;
      }
      died.resolve("killed");
      return new Promise<never>(() => {});
    },
    saw: async () => {},
  };
  return {
    budget,
    signal: stop.signal,
    /** How the work ended; of a killed worker only once nothing of it is left in the database. */
    async live<Outcome>(work: Promise<Outcome>): Promise<Outcome | "killed"> {
      const ended = await Promise.race([work, died.promise]);
      if (ended === "killed") await cut(repositoryId);
      return ended;
    },
  };
}

async function cut(repositoryId: number): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TIMES; quiet = (await isBusy()) ? 0 : quiet + 1)
    await wait(QUIET_MS);
  await db.$executeRaw`
    select pg_terminate_backend(l.pid) from pg_locks l
     where l.locktype = 'advisory' and l.classid::bigint >> 8 = ${LEASES}
       and l.database = (select oid from pg_database where datname = current_database())`;
  // The next worker is this same process, which must have heard that the connection is gone.
  const lease = { repositoryId, stream: "pass" } as const;
  const { signal } = new AbortController();
  for (let times = 0; times < HEARD_TIMES; times += 1) {
    // One that is refused in the moment of the cut is asked for again.
    const taken = await withLease(lease, signal, async () => true).catch(() => null);
    if (taken !== null) return;
    await wait(QUIET_MS);
  }
}

async function isBusy(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ busy: boolean }[]>`
    select exists (select 1 from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle') as busy`;
  return row?.busy ?? false;
}
