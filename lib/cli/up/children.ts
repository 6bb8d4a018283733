import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

const FORCED_MS = 10_000;
const GUARD = join(import.meta.dirname, "die-with-parent.mjs");

/** The processes of one server: they end together, and none outlives this one. */
export class Children {
  readonly #running: ChildProcess[] = [];
  readonly #onDeath: (name: string) => void;
  #closing = false;

  constructor(onDeath: (name: string) => void) {
    this.#onDeath = onDeath;
  }

  start(name: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
    const child = spawn(process.execPath, ["--import", GUARD, ...args], {
      cwd: root,
      env: { ...env, GATELINE_PARENT: String(process.pid) },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#running.push(child);
    child.once("exit", () => {
      if (!this.#closing) this.#onDeath(name);
    });
  }

  /** Asks all to end, forces those that do not, and returns when they are gone. */
  async stop(): Promise<void> {
    this.#closing = true;
    const alive = this.#running.filter(
      (child) => child.exitCode === null && child.signalCode === null,
    );
    const gone = alive.map((child) => new Promise((resolve) => child.once("exit", resolve)));
    const forced = setTimeout(() => {
      for (const child of alive) child.kill("SIGKILL");
    }, FORCED_MS);
    for (const child of alive) child.kill("SIGTERM");
    await Promise.all(gone);
    clearTimeout(forced);
  }
}
