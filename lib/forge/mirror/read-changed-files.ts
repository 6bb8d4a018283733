import { known } from "#/lib/facts/known.ts";
import type { FilesAnswer, WantedFiles } from "../forge.ts";
import type { Found } from "./decide-merged.ts";
import { findMerged } from "./find-differences.ts";
import { findOpen } from "./find-open.ts";
import { listFound } from "./list-found.ts";
import type { Mirror } from "./open-mirror.ts";

const BATCH = 1000;

/** Asks the forge itself for what git cannot tell. */
export type AskForge = (wanted: readonly WantedFiles[]) => AsyncIterable<FilesAnswer>;

/** The files of pull requests, from the mirror where it can tell them, else from the forge. */
export async function* readChangedFiles(
  mirror: Mirror,
  repository: string,
  wanted: readonly WantedFiles[],
  askForge: AskForge,
): AsyncGenerator<FilesAnswer> {
  const merges = new Set(wanted.flatMap(({ mergeSha }) => mergeSha ?? []));
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
  batch: readonly WantedFiles[],
  merges: ReadonlySet<string>,
): AsyncGenerator<FilesAnswer> {
  const directory = await directoryFor(mirror, repository, batch);
  if (directory === null) return;
  try {
    for await (const { number, files } of listFound(
      directory,
      await find(directory, batch, merges),
    )) {
      yield { number, files: files.known ? known(files.value.map(({ file }) => file)) : files };
    }
  } catch (error) {
    await mirror.broke(directory, error);
  }
}

/** What is merged does not change any more; an open one is told by where its base branch is now. */
async function directoryFor(
  mirror: Mirror,
  repository: string,
  batch: readonly WantedFiles[],
): Promise<string | null> {
  const isOpen = batch.some(({ mergeSha }) => mergeSha === null);
  if (isOpen && (await mirror.fetched(repository)) === null) return null;
  const ids = batch.flatMap(({ mergeSha, headSha }) => mergeSha ?? headSha ?? []);
  return await mirror.withCommits(repository, ids);
}

async function find(
  directory: string,
  batch: readonly WantedFiles[],
  merges: ReadonlySet<string>,
): Promise<ReadonlyMap<number, Found>> {
  const merged = batch.flatMap(({ mergeSha, ...one }) =>
    mergeSha === null ? [] : [{ ...one, mergeSha }],
  );
  const open = batch.filter(({ mergeSha }) => mergeSha === null);
  return new Map([
    ...(await findMerged(directory, merged, merges)),
    ...(await findOpen(directory, open)),
  ]);
}
