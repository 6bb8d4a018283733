import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

const POLL_MS = 200;
const BEAT_MS = 20_000;
const SILENT_MS = 2 * 60_000;

const Holder = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.number().int(),
  started: z.string().nullable(),
});
type Holder = z.infer<typeof Holder>;

/**
 * Takes a lock of this machine's processes, waiting until its holder gives it back or is gone. It is a
 * file with who holds it: put in place whole, by a link that fails where one is, and thrown away by
 * whoever finds that the process does not live, or that another one has its number now. Of a machine
 * that shares the folder no process can be looked at, so there it is one that said nothing for two
 * minutes. Should two throw the same away in the same moment both may hold it; git's own locks keep a mirror right then,
 * and all that is lost is the work that is done twice.
 */
export async function takeLock(path: string, signal?: AbortSignal): Promise<AsyncDisposable> {
  for (;;) {
    signal?.throwIfAborted();
    const lock = await tryLock(path);
    if (lock) return lock;
    await wait(POLL_MS, undefined, { ...(signal && { signal }) });
  }
}

/** Does something under a lock; see takeLock. */
export async function whileLocked<Answer>(
  path: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const lock = await takeLock(path, signal);
  try {
    return await work();
  } finally {
    await lock[Symbol.asyncDispose]();
  }
}

/** As takeLock, but null where somebody holds it. */
export async function tryLock(path: string): Promise<AsyncDisposable | null> {
  const holder = { id: randomUUID(), host: hostname(), pid: process.pid };
  const mine = `${path}.${holder.id}`;
  const started = await startOf(process.pid);
  await writeFile(mine, JSON.stringify({ ...holder, started }), { mode: 0o600 });
  try {
    if (!(await placed(mine, path))) {
      const other = await holderOf(path);
      if (other && (await lives(other, path))) return null;
      await throwAway(path, other);
      if (!(await placed(mine, path))) return null;
    }
  } finally {
    await rm(mine, { force: true });
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, BEAT_MS).unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(beat);
      if ((await holderOf(path))?.id === holder.id) await rm(path, { force: true });
    },
  };
}

async function placed(file: string, path: string): Promise<boolean> {
  try {
    await link(file, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Only what was looked at: another one that came in its place meanwhile is put back. */
async function throwAway(path: string, seen: Holder | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const isMoved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  const moved = await holderOf(aside);
  if (moved && moved.id !== seen?.id) await placed(aside, path);
  await rm(aside, { force: true });
}

/** Null where there is none, or none that can be read. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

async function lives({ host, pid, started }: Holder, path: string): Promise<boolean> {
  if (host !== hostname()) {
    const found = await stat(path).catch(() => null);
    return found !== null && Date.now() - found.mtimeMs < SILENT_MS;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  const now = await startOf(pid);
  return started === null || now === null || started === now;
}

/** When a process began, in the machine's own count; null where that is not told. Source: proc(5), field 22 of stat. */
async function startOf(pid: number): Promise<string | null> {
  const told = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name in front may hold spaces and brackets.
  return told?.slice(told.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
