import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { messageOf } from "#/lib/errors.ts";
import { ForgeError } from "../forge-error.ts";

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const STDERR_BYTES_MAX = 4096;

// A clone may come from anywhere: nothing in its configuration may start a program or reach out.
const SAFE = [
  "--no-replace-objects",
  "--no-pager",
  ...[
    "protocol.ext.allow=never",
    "log.showSignature=false",
    "core.fsmonitor=false",
    "core.quotePath=false",
  ].flatMap((setting) => ["-c", setting]),
  ...["i18n.logOutputEncoding=UTF-8", "log.showRoot=true"].flatMap((setting) => ["-c", setting]),
];

export type GitCall = {
  readonly directory: string;
  readonly args: readonly string[];
  /** Written to its standard input. */
  readonly input?: string | Readable;
  /** Milliseconds after which it is ended, where it may wait for somebody else. */
  readonly timeout?: number;
  /** Ends it with all that it started, such as a connection that would live on; then it has failed. */
  readonly signal?: AbortSignal;
  readonly environment?: Readonly<Record<string, string>>;
};

/** The output of git as it comes; stopping early ends the process. Throws ForgeError when git fails or is not there. */
export async function* streamGit(call: GitCall): AsyncGenerator<Buffer> {
  const { directory, args, input, timeout, signal } = call;
  signal?.throwIfAborted();
  const child = spawn("git", [...SAFE, "-C", directory, ...args], {
    env: { ...environment(), ...call.environment } as NodeJS.ProcessEnv,
    timeout,
    detached: signal !== undefined,
  });
  const end = () => (signal === undefined ? child.kill() : endGroup(child.pid));
  signal?.addEventListener("abort", end);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  ended.catch(() => {});
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (said.length < STDERR_BYTES_MAX) said += text;
  });
  // When git dies early, its exit status tells why; the broken pipe does not.
  child.stdin.on("error", () => {});
  if (input instanceof Readable) input.pipe(child.stdin);
  else child.stdin.end(input ?? "");
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const status = await ended.catch(notStarted);
    if (status !== 0) throw gitFailed(args, directory, said);
  } finally {
    signal?.removeEventListener("abort", end);
    if (child.exitCode === null && child.signalCode === null) end();
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}

/** The whole output of git as text; throws ForgeError when git fails or answers with more than 64 MiB. */
export async function runGit(call: GitCall): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of streamGit(call)) {
    bytes += chunk.length;
    if (bytes > OUTPUT_BYTES_MAX) {
      throw new ForgeError(
        "failed",
        `git ${call.args[0]} answered with more than 64 MiB in ${call.directory}.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The output of git, cut at its NUL bytes, as many records at a time as there are; text behind the last NUL is left out. */
export async function* readRecords(call: GitCall): AsyncGenerator<readonly string[]> {
  let rest: Buffer[] = [];
  for await (const chunk of streamGit(call)) {
    const records: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const piece = chunk.subarray(start, end);
      records.push((rest.length === 0 ? piece : Buffer.concat([...rest, piece])).toString("utf8"));
      if (rest.length > 0) rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    if (records.length > 0) yield records;
  }
}

/** Variables such as GIT_DIR, which hooks set, would point git at another repository. */
function environment(): Readonly<Record<string, string | undefined>> {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/_proxy$/i.test(name) &&
      name !== "GIT_CONFIG_PARAMETERS" &&
      (!name.startsWith("GIT_") || name.startsWith("GIT_CONFIG_")),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
}

function notStarted(cause: unknown): never {
  const message = `git could not be started (${messageOf(cause)}). Install git 2.31 or newer and see that it is on the PATH.`;
  throw new ForgeError("failed", message, { cause });
}

function gitFailed(args: readonly string[], directory: string, said: string): ForgeError {
  const lines = said.trim().split("\n");
  // Behind the reason some commands give advice.
  const reason = lines.findLast((line) => /^(fatal|error): /.test(line)) ?? lines.at(-1) ?? "";
  const command = args.find((arg, at) => !arg.startsWith("-") && args[at - 1] !== "-c");
  return new ForgeError(
    "failed",
    `git ${command} failed in ${directory}: ${reason.trim() || "it gave no reason"}`,
  );
}
