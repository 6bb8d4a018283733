import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port.ts";

const root = join(import.meta.dirname, "../..");

export type Place = { readonly folder: string; readonly port: number };

export type Server = {
  readonly url: string;
  readonly pid: number;
  readonly output: () => string;
  /** The code it ended with; null after a signal. */
  readonly ended: Promise<number | null>;
  stop(signal: NodeJS.Signals): Promise<number | null>;
};

/** A data directory and a port of its own, so that no story meets another's server. */
export async function newPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "gateline-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return { folder, port: await freePort() };
}

/** `gateline up`, as a user starts it. */
export function startServer(
  { folder, port }: Place,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): Server {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, ["bin/gateline.mjs", "up", ...args], {
    cwd: root,
    env: { ...inherited, GATELINE_DATA: join(folder, "data"), PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** What /healthz says; null while nobody listens. */
export async function health(
  server: Server,
): Promise<{ status: number; step: string | null } | null> {
  const response = await fetch(`${server.url}/healthz`).catch(() => null);
  if (!response) return null;
  const body = (await response.json()) as { step: string | null };
  return { status: response.status, step: body.step };
}
