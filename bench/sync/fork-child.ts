import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A process of ours that was told what to do, and its first message: what it came to, or that it is ready. */
export type Child<Message> = { readonly process: ChildProcess; readonly message: Message };

type How = { readonly env?: NodeJS.ProcessEnv; readonly flags?: readonly string[] };

/** Starts a file beside this one as a process of its own with its input as JSON; throws where it ends without a message. */
export async function forkChild<Message>(
  file: string,
  input: object,
  { env = process.env, flags = [] }: How = {},
): Promise<Child<Message>> {
  const path = join(import.meta.dirname, file);
  const child = fork(path, [JSON.stringify(input)], {
    env: { ...env, NODE_ENV: "production", GATELINE_LOG: "silent" },
    execArgv: [...process.execArgv, ...flags],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new AbortController();
  const endedEarly = once(child, "exit", { signal: ended.signal }).then(([status]) => {
    throw new Error(`${file} ended with ${status} before it said anything.`);
  });
  // Once there was a message nobody waits for the end any more.
  endedEarly.catch(() => undefined);
  try {
    const said = once(child, "message", { signal: ended.signal });
    said.catch(() => undefined);
    const [message] = (await Promise.race([said, endedEarly])) as [Message];
    return { process: child, message };
  } finally {
    ended.abort();
  }
}

/** Runs such a process to its end and gives what it said. */
export async function askChild<Message>(file: string, input: object, how?: How): Promise<Message> {
  const { process: child, message } = await forkChild<Message>(file, input, how);
  await endChild(child);
  return message;
}

/** Ends a process that listens, and waits until it did. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  if (child.connected) child.disconnect();
  await ended;
}
