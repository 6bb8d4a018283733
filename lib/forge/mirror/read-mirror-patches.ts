import type { Known } from "#/lib/facts/known.ts";
import type { PatchAnswer, WantedPatches } from "../forge.ts";
import { isForLack } from "../git/parse-contents.ts";
import { suspectsOf } from "../git/patch/find-moves.ts";
import { contentsOf } from "../git/patch/patch-of.ts";
import { readPatches } from "../git/read-patches.ts";
import type { ListedFile } from "../git/to-changed-files.ts";
import { findMerged } from "./find-differences.ts";
import { listFound } from "./list-found.ts";
import type { Mirror } from "./open-mirror.ts";
import { missingContents } from "./resolve-commits.ts";

const BATCH = 500;

type Listed = ReadonlyMap<number, Known<readonly ListedFile[]>>;

/** The patches of merged pull requests, from the mirror where it can tell them, else from the forge. */
export async function* readMirrorPatches(
  mirror: Mirror,
  repository: string,
  wanted: readonly WantedPatches[],
  askForge: (wanted: readonly WantedPatches[]) => AsyncIterable<PatchAnswer>,
): AsyncGenerator<PatchAnswer> {
  const merges = new Set(wanted.flatMap(({ sha }) => sha ?? []));
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH);
    const told = new Set<number>();
    for await (const answer of fromGit(mirror, repository, batch, merges)) {
      told.add(answer.number);
      yield answer;
    }
    const left = batch.filter(({ number }) => !told.has(number));
    if (left.length > 0) yield* askForge(left);
  }
}

async function* fromGit(
  mirror: Mirror,
  repository: string,
  batch: readonly WantedPatches[],
  merges: ReadonlySet<string>,
): AsyncGenerator<PatchAnswer> {
  const ids = batch.flatMap(({ sha }) => sha ?? []);
  const directory = ids.length === 0 ? null : await mirror.withCommits(repository, ids);
  if (directory === null) return;
  try {
    const listed = await listFiles(directory, batch, merges);
    const told = batch.filter(({ number }) => listed.has(number));
    const clone = mirror.at(repository, directory, "HEAD");
    const missing = await missingContents(directory, contentsFor(told, listed));
    // Where this fails each patch says so, and the forge is asked.
    if (missing.length > 0) await clone.fetch?.(missing).catch(() => {});
    for await (const answer of readPatches(clone, told, async () => listed)) {
      if ("patches" in answer && ![...answer.patches.values()].some(isForLack)) yield answer;
    }
  } catch (error) {
    await mirror.broke(directory, error);
  }
}

async function listFiles(
  directory: string,
  batch: readonly WantedPatches[],
  merges: ReadonlySet<string>,
): Promise<Listed> {
  const merged = batch.flatMap(({ number, sha, forkSha = null }) =>
    sha === null ? [] : [{ number, mergeSha: sha, headSha: null, forkSha }],
  );
  const listed = new Map<number, Known<readonly ListedFile[]>>();
  const found = await findMerged(directory, merged, merges);
  for await (const { number, files } of listFound(directory, found)) listed.set(number, files);
  return listed;
}

/** The contents that patches need, those among them by which a moved file is known. */
function contentsFor(batch: readonly WantedPatches[], listed: Listed): readonly string[] {
  const ids = batch.flatMap(({ number, paths }) => {
    const wanted = new Set(paths);
    const files = listed.get(number);
    if (!files?.known) return [];
    const { added, removed } = suspectsOf(files.value, wanted);
    return [...files.value.filter(({ file }) => wanted.has(file.path)), ...added, ...removed];
  });
  return [...new Set(ids.flatMap(({ change }) => contentsOf(change)))];
}
