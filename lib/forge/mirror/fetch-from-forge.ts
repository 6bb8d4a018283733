import { join } from "node:path";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "../git/git.ts";
import { folderSize } from "./folder-size.ts";
import { REMOTE } from "./network-environment.ts";

const TIMEOUT_MS = 2 * 60 * 60_000;
const BLOBS_TIMEOUT_MS = 10 * 60_000;
const BRANCHES = "+refs/heads/*:refs/heads/*";
const PULLS = "+refs/pull/*/head:refs/pull/*/head";
const FILTER = "--filter=blob:none";
const FETCH = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--recurse-submodules=no",
  FILTER,
];

/** A mirror's folder, and how git talks to its forge. */
export type Fetching = {
  readonly directory: string;
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
};

/** Says whether so many bytes are too many; it may make room before it answers. */
export type IsTooLarge = (bytes: number) => Promise<boolean>;

/** What fetchRefs throws when the mirror became too large. */
export class TooLargeError extends Error {
  readonly bytes: number;

  constructor(bytes: number) {
    super("The mirror became too large.");
    this.bytes = bytes;
  }
}

/**
 * Brings branches and the heads of pull requests up to date, without the contents of files where the
 * server can leave them out, and takes away those that are gone; an empty folder becomes a mirror.
 * Throws ForgeError when git fails, and
 * TooLargeError when the folder has become too large, whereupon the fetch is ended.
 */
export async function fetchRefs(
  fetching: Fetching,
  watch: { readonly isTooLarge: IsTooLarge; readonly everyMs: number; readonly isNew: boolean },
): Promise<void> {
  const over = new AbortController();
  const objects = join(fetching.directory, "objects");
  let bytes = 0;
  let isLooking = false;
  const isOver = async () => {
    bytes = await folderSize(objects);
    return await watch.isTooLarge(bytes);
  };
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    if (await isOver()) over.abort();
    isLooking = false;
  };
  const timer = setInterval(() => void look().catch(() => {}), watch.everyMs);
  const { signal } = fetching;
  const ended = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  try {
    await (watch.isNew ? begin : update)({ ...fetching, signal: ended });
  } catch (error) {
    signal?.throwIfAborted();
    if (over.signal.aborted) throw new TooLargeError(bytes);
    throw error;
  } finally {
    clearInterval(timer);
  }
  if (await isOver()) throw new TooLargeError(bytes);
}

async function update({ directory, environment, ...fetching }: Fetching): Promise<void> {
  const call = { directory, environment, signal: within(fetching.signal, TIMEOUT_MS) };
  const graph = ["-c", "fetch.writeCommitGraph=true"];
  await orWhole([...FETCH, "--prune", "--", REMOTE, BRANCHES, PULLS], (args) =>
    runGit({ ...call, args: [...graph, ...args] }),
  );
}

/** A clone writes references into one file, where a first fetch would make a file for each. */
async function begin({ directory, environment, url, signal }: Fetching): Promise<void> {
  const call = { directory, environment, signal: within(signal, TIMEOUT_MS) };
  const pulls = ["-c", `remote.${REMOTE}.fetch=${PULLS}`];
  const clone = ["clone", "--bare", "--quiet", "--no-tags", "--template=", ...pulls];
  await orWhole([...clone, FILTER, "--", url, "."], (args) => runGit({ ...call, args }));
  await runGit({ directory, args: ["config", "--remove-section", `remote.${REMOTE}`] });
  await runGit({ directory, args: ["commit-graph", "write", "--reachable"] });
}

/** Most servers that cannot leave anything out say so and send it all; some refuse. */
async function orWhole(
  args: readonly string[],
  run: (args: readonly string[]) => Promise<unknown>,
): Promise<void> {
  try {
    await run(args);
  } catch (error) {
    if (!(error instanceof ForgeError) || !/filter/i.test(error.message)) throw error;
    await run(args.filter((arg) => arg !== FILTER));
  }
}

/** Fetches the contents of these files, all at once; throws ForgeError when the forge does not give them within ten minutes. */
export async function fetchContents(
  { directory, environment, signal }: Fetching,
  ids: readonly string[],
): Promise<void> {
  await runGit({
    directory,
    environment,
    signal: within(signal, BLOBS_TIMEOUT_MS),
    args: ["-c", "fetch.negotiationAlgorithm=noop", ...FETCH, "--stdin", "--", REMOTE],
    input: `${ids.join("\n")}\n`,
  });
}

function within(signal: AbortSignal | undefined, milliseconds: number): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
