import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/**
 * Pid of the live server of this data folder. Undefined for none, for a zombie, and for a pid that
 * belongs to something else by now: a lock file that a killed server left behind.
 */
export function serverPid(data: string): number | undefined {
  const pid = Number(read(join(data, "postmaster.pid"))?.split("\n")[0]);
  if (!(pid > 0) || !exists(pid)) return undefined;
  return commandLine(pid)?.includes(data) ? pid : undefined;
}

/** Whether a server answers questions: one that is still starting, recovering or stopping only says so. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function commandLine(pid: number): string | undefined {
  if (process.platform === "linux") return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
