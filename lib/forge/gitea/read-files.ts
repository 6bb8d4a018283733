import { z } from "zod";
import type { ChangedFile as ChangedFileFact } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { failsAll, isGone } from "../fails-all.ts";
import type { FilesAnswer, WantedFiles } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { Answer } from "../http.ts";
import { type Place, totalOf } from "./list.ts";
import { parse } from "./parse.ts";
import { ChangedFile } from "./schema.ts";
import { toChangedFile } from "./to-facts.ts";

const PAGES_MAX = 200;

/** The files that pull requests touch, a request each for as many files as a page holds, a few at once. */
export const readFiles = (
  place: Place,
  wanted: readonly WantedFiles[],
): AsyncGenerator<FilesAnswer> =>
  askInTurn(wanted, async ({ number }): Promise<FilesAnswer> => {
    try {
      return { number, files: await filesOf(place, number) };
    } catch (error) {
      if (failsAll(error) || !(error instanceof ForgeError)) throw error;
      if (!isGone(error)) return { number, failure: error };
      // Gone for this one: a fact that is missing for good, not the end of the sync.
      const why = `The forge does not have the changed files any more (${error.status}).`;
      return { number, files: unknown(why) };
    }
  });

async function filesOf(
  { http, repository, server }: Place,
  number: number,
): Promise<Known<readonly ChangedFileFact[]>> {
  const files: ChangedFileFact[] = [];
  const limit = server.abilities.pageMax;
  let totalBefore: number | null = null;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const path = `/repos/${repository}/pulls/${number}/files?page=${page}&limit=${limit}`;
    const answer = await http.get(path);
    const rows = parse(z.array(ChangedFile).nullable(), answer.body, "changed files") ?? [];
    files.push(...rows.map(toChangedFile));
    const total = totalOf(answer);
    // A push between two pages: they are of two differences.
    if (page > 1 && total !== totalBefore) throw changedMeanwhile(number);
    totalBefore = total;
    if (hasMore(answer, rows.length >= limit)) continue;
    if (total !== null && files.length < total) throw cutShort(number, files.length, total);
    return known(files);
  }
  return unknown(`The pull request touches more than ${PAGES_MAX * limit} files.`);
}

// Where the header is missing, as behind some proxies, only a page that is not full ends the list.
function hasMore({ headers }: Answer, full: boolean): boolean {
  const said = headers.get("x-hasmore");
  return said === null ? full : said === "true";
}

const cutShort = (number: number, given: number, total: number): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge gave ${given} of the ${total} files of pull request #${number}, so the list is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
    { status: 200 },
  );

const changedMeanwhile = (number: number): ForgeError =>
  new ForgeError(
    "unavailable",
    `The files of pull request #${number} changed while they were read. They are asked for again with the next sync.`,
    { status: 200 },
  );
