import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { startSoakServer } from "./with-postgres.ts";

const SAID_EVERY = 50;
const PROCESSES_MAX = 8;

type Told = { readonly seed: number; readonly failed: string | null };

/** Plays many seeds in as many processes as there are cores, and prints those that failed; whether none did. */
export async function spreadSeeds(from: number, count: number, script: string): Promise<boolean> {
  const server = await startSoakServer();
  const began = performance.now();
  const parts = Math.min(availableParallelism(), PROCESSES_MAX, count);
  const failed: number[] = [];
  let done = 0;
  const hear = ({ seed, failed: why }: Told) => {
    done += 1;
    if (why !== null) {
      failed.push(seed);
      console.error(why);
    }
    if (done % SAID_EVERY === 0 || done === count)
      console.log(`${done} of ${count} seeds, ${failed.length} failed, ${secondsSince(began)} s`);
  };
  const children: ChildProcess[] = [];
  for (let part = 0; part < parts; part += 1) {
    const seeds = `${from + part},${count - part},${parts}`;
    const env = await server.environment();
    const child = spawn(process.execPath, [script, "--part", seeds], {
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("message", (told) => hear(told as Told));
    children.push(child);
  }
  const ends = await Promise.all(children.map((child) => once(child, "exit")));
  const isWhole = ends.every(([code]) => code === 0) && done === count;
  if (!isWhole) console.error(`Only ${done} of ${count} seeds were played to their end.`);
  if (failed.length > 0) console.error(`Failed: ${failed.toSorted((a, b) => a - b).join(", ")}`);
  return isWhole && failed.length === 0;
}

export const secondsSince = (began: number): string =>
  ((performance.now() - began) / 1000).toFixed(0);
