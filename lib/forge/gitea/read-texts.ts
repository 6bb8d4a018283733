import { type Known, unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { isForbidden } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { BYTES_MAX, MISSING, TOO_LARGE, toText } from "../to-text.ts";
import { type BatchAnswer, readBatch } from "./read-batch.ts";
import { FORBIDDEN } from "./read-branch.ts";

/** Whether the forge gives many files with one request; null until that was seen. */
export type Batches = { exist: boolean | null };

export type TextPlace = {
  readonly http: HttpClient;
  readonly repository: string;
  readonly batches: Batches;
};

type Texts = Map<string, Known<string>>;

/** The texts of files at a commit: many with one request where the forge can (Gitea 1.24 and later), else one request each. */
export async function readTexts(
  place: TextPlace,
  sha: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Known<string>>> {
  const texts: Texts = new Map();
  let left = [...new Set(paths)];
  try {
    while (left.length > 0 && place.batches.exist !== false) {
      const answer = await readBatch(place, sha, left);
      if (answer === "absent") {
        if (place.batches.exist || !(await hasCommit(place, sha)))
          return fill(texts, left, gone(sha));
        place.batches.exist = false;
      } else {
        place.batches.exist = true;
        left = take(answer, left, texts);
      }
    }
    for await (const [path, text] of askInTurn(left, (one) => readOne(place, sha, one))) {
      texts.set(path, text);
    }
    return texts;
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return fill(texts, left, FORBIDDEN);
  }
}

/** What is left to be asked for: the forge answers for as many of the first as it likes. */
function take(answer: BatchAnswer, left: readonly string[], texts: Texts): string[] {
  for (const [index, text] of answer.entries()) {
    const path = left[index];
    if (path !== undefined) texts.set(path, text);
  }
  return left.slice(answer.length);
}

const fill = (texts: Texts, paths: readonly string[], why: string): Texts => {
  for (const path of paths) texts.set(path, texts.get(path) ?? unknown(why));
  return texts;
};

const gone = (sha: string): string => `The forge does not have the commit ${sha}.`;

/** Tells a forge that has no batches from one that has no such commit: both answer 404. */
async function hasCommit({ http, repository }: TextPlace, sha: string): Promise<boolean> {
  try {
    await http.get(`/repos/${repository}/git/trees/${encodeURIComponent(sha)}?per_page=1`);
    return true;
  } catch (error) {
    if (!(error instanceof ForgeError) || (error.status !== 400 && error.status !== 404))
      throw error;
    return false;
  }
}

async function readOne(
  { http, repository }: TextPlace,
  sha: string,
  path: string,
): Promise<readonly [string, Known<string>]> {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  try {
    const { text, isCut } = await http.text(
      `/repos/${repository}/raw/${encoded}?ref=${encodeURIComponent(sha)}`,
      { what: "a file", bytesMax: BYTES_MAX, isWhole: () => true },
    );
    return [path, isCut ? unknown(TOO_LARGE) : toText(text)];
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if (error.status !== 404 && error.status !== 410) throw error;
    return [path, unknown(MISSING)];
  }
}
