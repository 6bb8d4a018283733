import { PgBoss } from "pg-boss";
import { log } from "#/lib/log.ts";
import { JOBS, type JobInput, type JobName } from "./definitions.ts";

const names = Object.keys(JOBS) as JobName[];
const EXPIRES_S = 6 * 3600;
const POOL_MAX = 4;

const shared = globalThis as typeof globalThis & { gatelineQueue?: Promise<PgBoss> };

/** The queue in Postgres, opened once a process; only a worker looks after it. */
export function openQueue({ worker }: { worker: boolean }): Promise<PgBoss> {
  shared.gatelineQueue ??= start(worker).catch((error: unknown) => {
    // The next one who asks tries anew.
    delete shared.gatelineQueue;
    throw error;
  });
  return shared.gatelineQueue;
}

async function start(worker: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? "",
    max: POOL_MAX,
    supervise: worker,
    schedule: worker,
    useListenNotify: worker,
  });
  boss.on("error", (error) => log.error({ err: error }, "the job queue has trouble"));
  await boss.start();
  for (const name of names) {
    // `short`: at most one waits per key, while a job that a killed worker left behind blocks nobody.
    await boss.createQueue(name, {
      policy: "short",
      expireInSeconds: EXPIRES_S,
      retryLimit: 2,
      notify: true,
    });
  }
  return boss;
}

export type Later = {
  /** Not before this moment. */
  readonly startAfter: Date;
  /** Why it comes later; one that waits for this reason stands in nobody's way. */
  readonly why?: "limit" | "elsewhere";
};

/** Asks for a job, at once or later; while the same one still waits for the same reason, asking again changes nothing. */
export async function enqueue<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  { startAfter, why }: Partial<Later> = {},
): Promise<void> {
  const boss = await openQueue({ worker: false });
  const data = JOBS[name].parse(input);
  const singletonKey = JSON.stringify(why === undefined ? data : { ...data, why });
  await boss.send(name, data, { singletonKey, ...(startAfter && { startAfter }) });
}

/** Lets go of the queue, where this process opened it. */
export async function closeQueue(): Promise<void> {
  const boss = await shared.gatelineQueue;
  delete shared.gatelineQueue;
  await boss?.stop({ graceful: false, close: true });
}
