import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "#/lib/errors.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "../git/git.ts";
import { type Fetching, fetchRefs, TooLargeError } from "./fetch-from-forge.ts";
import {
  clearLeftovers,
  discard,
  fetchedAt,
  isHealthy,
  isThere,
  type MirrorFolder,
  noteFetched,
} from "./mirror-folder.ts";
import type { MirrorOptions } from "./mirror-options.ts";
import { sayFailure } from "./say-failure.ts";
import { settingsOf } from "./settings-of.ts";
import { whileLocked } from "./take-lock.ts";
import { trimCache } from "./trim-cache.ts";

const WATCH_MS = 1000;
const PACKS_MAX = 50;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Brings a mirror up to date and gives its folder, or says why there is none. A fetch that another
 * process began since this was asked is taken for one's own. What fails leaves the last good state;
 * a mirror that is broken is made anew.
 */
export async function bringUp(
  options: MirrorOptions,
  folder: MirrorFolder,
  repository: string,
): Promise<Known<string>> {
  const askedAt = Date.now();
  try {
    await mkdir(folder.root, { recursive: true, mode: 0o700 });
    await chmod(folder.root, 0o700);
    return await whileLocked(folder.lock, options.signal, async () => {
      if ((await fetchedAt(folder.good)) >= askedAt) return known(folder.good);
      const before = await whyGivenUp(folder, options.bytesMax);
      return before === null ? await bringUpNow(options, folder, repository) : unknown(before);
    });
  } catch (error) {
    options.signal?.throwIfAborted();
    // Such as a disk that is full, or a file of certificates that cannot be read.
    if (!(error instanceof Error && "code" in error)) throw error;
    return unknown(`the mirror could not be brought up to date (${messageOf(error)})`);
  }
}

async function bringUpNow(
  options: MirrorOptions,
  folder: MirrorFolder,
  repository: string,
): Promise<Known<string>> {
  try {
    await clearLeftovers(folder);
    await fetchOrBegin(options, folder, await settingsOf(options, repository));
    return known(folder.good);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof TooLargeError) {
      return unknown(await giveUp(folder, options.bytesMax, error.bytes));
    }
    await rm(folder.part, { recursive: true, force: true });
    if (error instanceof ForgeError) return unknown(sayFailure(error.message));
    throw error;
  }
}

async function fetchOrBegin(
  options: MirrorOptions,
  folder: MirrorFolder,
  settings: Pick<Fetching, "url" | "environment">,
): Promise<void> {
  const { good, part } = folder;
  if (await isThere(good)) {
    const isWhole = await isHealthy(good);
    const failure = isWhole
      ? await tryInto(options, folder, { directory: good, ...settings })
      : null;
    if (isWhole && failure === null) return;
    // What cannot go on is kept until another one is whole, unless there is no room for both.
    if (!isWhole || failure instanceof TooLargeError) await discard(good);
    else if (failure !== null && !isOfMirror(failure.message)) throw failure;
  }
  await mkdir(part, { mode: 0o700 });
  await fetchInto(options, folder, { directory: part, ...settings });
  await discard(good);
  await rename(part, good);
}

/** Null when it went well. */
async function tryInto(...args: Parameters<typeof fetchInto>): Promise<Error | null> {
  try {
    await fetchInto(...args);
    return null;
  } catch (error) {
    args[0].signal?.throwIfAborted();
    if (error instanceof ForgeError || error instanceof TooLargeError) return error;
    throw error;
  }
}

/** Whether git failed for what the mirror holds, and not for what the forge said. */
const isOfMirror = (said: string): boolean =>
  /unresolved delta|bad object|missing|unable to read|necessary objects|corrupt|cannot lock ref|unable to create/i.test(
    said,
  );

async function fetchInto(
  { bytesMax, watchMs = WATCH_MS, signal }: MirrorOptions,
  { root, key }: MirrorFolder,
  repository: Omit<Fetching, "signal">,
): Promise<void> {
  const begunAt = Date.now();
  const { directory } = repository;
  const isTooLarge = async (bytes: number): Promise<boolean> =>
    bytes > bytesMax || (await trimCache(root, bytesMax, key)) > bytesMax;
  await fetchRefs(
    { ...repository, signal },
    {
      isTooLarge,
      everyMs: watchMs,
      isNew: directory.endsWith(".part"),
    },
  );
  await runGit({ directory, args: ["pack-refs", "--all"] });
  await tidy(repository);
  await noteFetched(directory, begunAt);
}

/** Each fetch adds a pack, and many of them make reading slow. */
async function tidy(repository: Omit<Fetching, "signal">): Promise<void> {
  const packs = await readdir(join(repository.directory, "objects", "pack")).catch(() => []);
  if (packs.filter((name) => name.endsWith(".pack")).length <= PACKS_MAX) return;
  await runGit({ ...repository, args: ["repack", "-a", "-d", "--quiet"] });
}

async function giveUp(
  { good, part, givenUp }: MirrorFolder,
  bytesMax: number,
  bytes: number,
): Promise<string> {
  await rm(part, { recursive: true, force: true });
  if (bytes <= bytesMax) return "mirrors that are being fetched leave no room for this one";
  await discard(good);
  await writeFile(givenUp, JSON.stringify({ at: Date.now(), bytesMax }), { mode: 0o600 });
  return tooLarge(bytesMax);
}

/** A repository that was too large is not tried again for a day, unless there may be more by now. */
async function whyGivenUp({ givenUp }: MirrorFolder, bytesMax: number): Promise<string | null> {
  try {
    const noted = JSON.parse(await readFile(givenUp, "utf8"));
    if (Date.now() - noted.at < DAY_MS && bytesMax <= noted.bytesMax) return tooLarge(bytesMax);
  } catch {
    return null;
  }
  await rm(givenUp, { force: true });
  return null;
}

const tooLarge = (bytesMax: number): string =>
  `the repository is larger than the ${Math.round(bytesMax / 1e6)} MB that mirrors may have`;
