import { AppError } from "#/lib/errors.ts";
import { JOBS, type JobInput, type JobName } from "#/lib/jobs/definitions.ts";
import { enqueue, openQueue } from "#/lib/jobs/queue.ts";
import { log } from "#/lib/log.ts";
import { db } from "#/lib/store/db.ts";
import { handlers } from "./handlers.ts";

const RESYNC = "*/10 * * * *";
const STOP_MS = 8_000;
const AT_ONCE = 2;

const boss = await openQueue({ worker: true });
const stopping = new AbortController();

for (const name of Object.keys(JOBS) as JobName[]) await listen(name);
await boss.schedule("plan-syncs", RESYNC, {});
// What a killed worker left unfinished goes on now, not when the next round is due.
await enqueue("plan-syncs", {});
process.send?.("working");

process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());

async function listen(name: JobName): Promise<void> {
  await boss.work(name, { localConcurrency: AT_ONCE, pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) {
      try {
        await perform(name, job.data);
      } catch (error) {
        // Gone in the meantime: done, not tried again for ever.
        if (error instanceof AppError && error.code === "not_found") continue;
        log.error({ err: error, job: name, input: job.data }, "a job failed");
        throw error;
      }
    }
  });
}

function perform<Name extends JobName>(name: Name, data: unknown): Promise<void> {
  return handlers[name](JOBS[name].parse(data) as JobInput<Name>, stopping.signal);
}

async function stop(): Promise<void> {
  stopping.abort(
    new AppError("unavailable", "The worker was stopped; the next run goes on from here."),
  );
  await boss.stop({ graceful: true, timeout: STOP_MS, close: true });
  await db.$disconnect();
  process.exit(0);
}
