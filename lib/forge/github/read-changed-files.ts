import { z } from "zod";
import type { ChangedFile as ChangedFileFact } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { isGone } from "../fails-all.ts";
import type { FilesAnswer, WantedFiles } from "../forge.ts";
import { askBatches, passable } from "./ask-batches.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import * as fields from "./fields.ts";
import { listPullFiles } from "./list-pull-files.ts";
import { triesOf } from "./page-size.ts";
import { failureOf } from "./read-graphql.ts";
import type { PullFile } from "./rest-schema.ts";
import { Files } from "./schema.ts";
import { FILES_MAX, toFileStatus, toFiles, tooMany } from "./to-facts.ts";

export const FILES_AT_ONCE = 25;

/** The question for the files of these pull requests. */
export const filesQuestion = (numbers: readonly number[]): RepositoryQuestion => ({
  fields: numbers.map((n) => `p${n}: pullRequest(number: ${n}) { ...FilesOf }`).join(" "),
  fragments: fields.FILES,
  ...triesOf(numbers.length),
});

/** The files of pull requests, many with one question; those with a renamed file, or with more files than one answer holds, are asked for by themselves, since that question alone tells all of it. */
export async function* readChangedFiles(
  place: Place,
  wanted: readonly WantedFiles[],
): AsyncGenerator<FilesAnswer> {
  const numbers = [...new Set(wanted.map(({ number }) => number))];
  const batches = askBatches<number, FilesAnswer | Alone>(numbers, FILES_AT_ONCE, {
    ask: (batch) => askMany(place, batch),
    fail: (number, failure) => ({ number, failure }),
  });
  const alone: number[] = [];
  for await (const answer of batches) {
    if ("alone" in answer) alone.push(answer.number);
    else yield answer;
  }
  yield* askInTurn(alone, (number) => askAlone(place, number));
}

type Alone = { readonly number: number; readonly alone: true };

async function askMany(place: Place, numbers: readonly number[]): Promise<(FilesAnswer | Alone)[]> {
  const schema = z.record(z.string(), Files.nullable());
  const { told, troubles } = await askRepository(place, schema, filesQuestion(numbers));
  return numbers.map((number) => {
    const failure = failureOf(troubles, `p${number}`);
    if (failure?.code === "forbidden") return { number, files: unknown(FORBIDDEN) };
    if (failure && !isGone(failure)) return { number, failure };
    const row = told[`p${number}`];
    if (!row) return { number, files: unknown(GONE) };
    const files = toFiles(row);
    return files === null ? { number, alone: true } : { number, files };
  });
}

const FORBIDDEN =
  "The token may not see the changed files. Give it the right to read pull requests and contents.";
const GONE = "The forge does not have this pull request any more.";

async function askAlone(place: Place, number: number): Promise<FilesAnswer> {
  try {
    return { number, files: await readAll(place, number) };
  } catch (error) {
    const failure = passable(error);
    if (!isGone(failure)) return { number, failure };
    const why = `The forge does not have the changed files any more (${failure.status}).`;
    return { number, files: unknown(why) };
  }
}

async function readAll(place: Place, number: number): Promise<Known<readonly ChangedFileFact[]>> {
  const files: ChangedFileFact[] = [];
  for await (const rows of listPullFiles(place, number)) files.push(...rows.map(toChangedFile));
  // So many are the first ones of a longer list, or all of one that ends just there.
  return files.length < FILES_MAX ? known(files) : unknown(tooMany(files.length));
}

/** A file in our words; of a rename, `path` is the new one. */
const toChangedFile = (row: PullFile): ChangedFileFact => ({
  path: row.filename,
  previousPath: row.previous_filename || null,
  status: toFileStatus(row.status),
  additions: row.additions,
  deletions: row.deletions,
});
