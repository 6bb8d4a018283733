import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Random } from "#/lib/fake/random.ts";

const root = join(import.meta.dirname, "../..");
const STOPPED_MS = 20_000;

export type Workers = {
  /** Kills one of them by chance, as a machine that loses its power does, and starts another in its place. */
  readonly killOne: (random: Random) => Promise<void>;
  readonly killed: () => number;
  /** How many ended by themselves, which none should. */
  readonly fallen: () => number;
  /** Asks all to stop, and gives them a while. */
  readonly stop: () => Promise<void>;
};

/** So many workers, each a process of its own with its own environment. */
export function startWorkers(count: number, env: NodeJS.ProcessEnv): Workers {
  let [killed, fallen, isStopping] = [0, 0, false];
  const begin = (): ChildProcess => {
    const child = spawn(process.execPath, ["lib/worker/main.ts"], {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("exit", (_code, signal) => {
      if (!isStopping && signal !== "SIGKILL") fallen += 1;
    });
    return child;
  };
  const alive = Array.from({ length: count }, begin);
  // A parent that dies leaves nobody behind.
  process.once("exit", () => {
    for (const child of alive) child.kill("SIGKILL");
  });
  return {
    async killOne(random) {
      const index = random.below(count);
      const child = alive[index];
      if (!child) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      killed += 1;
      alive[index] = begin();
    },
    killed: () => killed,
    fallen: () => fallen,
    async stop() {
      isStopping = true;
      const gone = alive.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        const forced = setTimeout(() => child.kill("SIGKILL"), STOPPED_MS);
        await ended;
        clearTimeout(forced);
      });
      await Promise.all(gone);
    },
  };
}
