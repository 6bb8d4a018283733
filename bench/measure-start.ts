import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { freePort } from "../scripts/free-port.ts";
import { atMost, exactly, type Measurement } from "./measurement.ts";

const root = join(import.meta.dirname, "..");
export const START_ROWS = [
  "has_test_2615_rows_right",
  "first_screen_seconds",
  "second_start_seconds",
] as const;
const GIVE_UP_MS = 300_000;
const AUDIT = { core: [52, 41, 11], cp: [102, 61, 41], total: [154, 102, 52] } as const;

/** `npm run up` on an installed, unbuilt checkout, then once more, and what the dashboard says by then. */
export async function measureStart(say: (step: string) => void): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "gateline-bench-"));
  try {
    say("copying the checkout with its dependencies");
    copyCheckout(folder);
    say("first start: build, database, sample");
    const first = await timeStart(folder);
    say("second start");
    const second = await timeStart(folder);
    const [right, firstScreen, secondStart] = START_ROWS;
    return [
      exactly(right, first.rowsRight, 3, "of 3 rows"),
      atMost(firstScreen, first.seconds, 90, "s"),
      atMost(secondStart, second.seconds, 10, "s"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function copyCheckout(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
  });
  for (const file of listed
    .toString()
    .split("\0")
    .filter((name) => name !== "")) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  execFileSync("cp", ["-a", join(root, "node_modules"), folder]);
}

async function timeStart(folder: string): Promise<{ seconds: number; rowsRight: number }> {
  const port = await freePort();
  const { DATABASE_URL: _, ...env } = process.env;
  const started = performance.now();
  const child = spawn("npm", ["run", "up"], {
    cwd: folder,
    env: { ...env, PORT: String(port), GATELINE_DATA: join(folder, ".gateline") },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  try {
    const url = `http://localhost:${port}`;
    await untilReady(url, started, () => child.exitCode !== null);
    const seconds = (performance.now() - started) / 1000;
    return { seconds, rowsRight: await countRowsRight(url) };
  } finally {
    await endGroup(child.pid ?? 0);
  }
}

// npm may end before what it started does, so the whole group is waited for.
async function endGroup(pid: number): Promise<void> {
  for (let signal: NodeJS.Signals | 0 = "SIGTERM"; ; signal = 0) {
    try {
      process.kill(-pid, signal);
    } catch {
      return;
    }
    await wait(50);
  }
}

async function untilReady(url: string, started: number, ended: () => boolean): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/healthz`).catch(() => null);
    if (response?.status === 200) return;
    if (ended()) throw new Error("npm run up ended before the server was ready.");
    if (performance.now() - started > GIVE_UP_MS)
      throw new Error("npm run up is not ready after five minutes.");
    await wait(50);
  }
}

const Counts = z.object({ total: z.int(), counts: z.object({ covered: z.int(), gap: z.int() }) });

async function countRowsRight(url: string): Promise<number> {
  let right = 0;
  for (const [alias, [fixes, tested, gaps]] of Object.entries(AUDIT)) {
    const repository = alias === "total" ? "" : `&repo=${alias}`;
    const response = await fetch(
      `${url}/api/v1/programs/2615/gaps?measure=has_test@1${repository}`,
    );
    const { total, counts } = Counts.parse(await response.json());
    if (total === fixes && counts.covered === tested && counts.gap === gaps) right += 1;
  }
  return right;
}
