import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type GitRun = {
  readonly args: readonly string[];
  readonly input: readonly Uint8Array[];
  /** `GIT_PROTOCOL` of the client; null where it sent none. */
  readonly protocol?: string | null;
};

/** What git writes on its output; throws with what it says on the other where it fails. */
export async function runGit({ args, input, protocol = null }: GitRun): Promise<Buffer> {
  const child = spawn("git", args, { env: environment(protocol) });
  const [out, said]: [Uint8Array[], Uint8Array[]] = [[], []];
  child.stdout.on("data", (chunk: Uint8Array) => out.push(chunk));
  child.stderr.on("data", (chunk: Uint8Array) => said.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // Git may end before it has read all, and says why itself.
  const fed = pipeline(Readable.from(input), child.stdin).catch(() => {});
  const status = await ended;
  await fed;
  if (status === 0) return Buffer.concat(out);
  throw new Error(`git ${args[0]} ended with ${status}: ${Buffer.concat(said).toString().trim()}`);
}

function environment(protocol: string | null): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env;
  return {
    NODE_ENV,
    ...(PATH === undefined ? {} : { PATH }),
    // What a person set on this machine must not change what the forge answers.
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    ...(protocol === null ? {} : { GIT_PROTOCOL: protocol }),
  };
}
