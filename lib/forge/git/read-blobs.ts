import { PassThrough } from "node:stream";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { type GitCall, streamGit } from "./git.ts";
import { BROKEN, contentsParser } from "./parse-contents.ts";

const DEATHS_MAX = 20;

export type Contents = ReadonlyMap<string, Known<Buffer>>;

/** Answers one question after the other until it is closed. */
export type BlobReader = {
  read(ids: readonly string[]): Promise<Contents>;
  close(): Promise<void>;
};

type Repository = Pick<GitCall, "directory" | "environment">;
type Running = {
  readonly input: PassThrough;
  readonly chunks: AsyncGenerator<Buffer>;
  readonly parse: ReturnType<typeof contentsParser>;
};

/** The contents of files by their ids, by one git that stays; unknown where one is missing, damaged or larger than 1 MiB. */
export function blobReader(repository: Repository): BlobReader {
  let running: Running | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const readNow = async (ids: readonly string[]): Promise<Contents> => {
    const found = new Map<string, Known<Buffer>>();
    let left = ids;
    for (let deaths = 0; left.length > 0 && deaths < DEATHS_MAX; deaths += 1) {
      closing.signal.throwIfAborted();
      running ??= start(repository);
      if (await answer(running, left, found)) return found;
      running = null;
      left = left.filter((id) => !found.has(id));
      // Git answers in order and ends at the first object that it cannot read.
      for (const id of left.slice(0, 1)) found.set(id, unknown(BROKEN));
      left = left.slice(1);
    }
    for (const id of left) found.set(id, unknown(BROKEN));
    return found;
  };
  return {
    read(ids) {
      const answered = turn.then(() => readNow(ids));
      turn = answered.catch(() => {});
      return answered;
    },
    async close() {
      closing.abort();
      running?.input.end();
      await running?.chunks.return(undefined);
    },
  };
}

function start(repository: Repository): Running {
  const input = new PassThrough();
  const chunks = streamGit({ ...repository, args: ["cat-file", "--batch"], input });
  return { input, chunks, parse: contentsParser() };
}

/** Whether git lived to answer for all of them. */
async function answer(
  { input, chunks, parse }: Running,
  ids: readonly string[],
  found: Map<string, Known<Buffer>>,
): Promise<boolean> {
  input.write(`${ids.join("\n")}\n`);
  try {
    for (let left = ids.length; left > 0; ) {
      const { value, done } = await chunks.next();
      if (done) return false;
      left -= parse(value, found);
    }
    return true;
  } catch (error) {
    if (error instanceof ForgeError) return false;
    throw error;
  }
}
