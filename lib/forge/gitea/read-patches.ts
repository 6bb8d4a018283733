import { type Known, unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { failsAll, isGone } from "../fails-all.ts";
import type { PatchAnswer, WantedPatches } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { isWholeDifference } from "./is-whole-difference.ts";
import { splitDifference } from "./split-difference.ts";

const BYTES_MAX = 8 * 1024 * 1024;

const TOO_LARGE = "The difference of this pull request is larger than 8 MiB.";
const NOT_IN_IT =
  "The difference that the forge gives of this pull request does not hold the file.";

/** The patches of pull requests, one request each and a few at once, in the order in which they were asked for. */
export const readPatches = (
  http: HttpClient,
  repository: string,
  wanted: readonly WantedPatches[],
): AsyncGenerator<PatchAnswer> =>
  askInTurn(wanted, (one) => ask(http, `/repos/${repository}/pulls/${one.number}.diff`, one));

async function ask(
  http: HttpClient,
  path: string,
  { number, paths }: WantedPatches,
): Promise<PatchAnswer> {
  try {
    const { text, isCut } = await http.text(path, {
      what: "a whole difference",
      bytesMax: BYTES_MAX,
      isWhole: isWholeDifference,
    });
    return { number, patches: isCut ? ofCut(text, paths) : patchesOf(text, paths, NOT_IN_IT) };
  } catch (error) {
    if (failsAll(error) || !(error instanceof ForgeError)) throw error;
    if (!isGone(error)) return { number, failure: error };
    const gone = `The forge does not have the difference of this pull request any more (${error.status}).`;
    return { number, patches: new Map(paths.map((name) => [name, unknown(gone)])) };
  }
}

/** The patches of a difference that goes on: of its last file nobody knows where it ends. */
function ofCut(text: string, paths: readonly string[]): ReadonlyMap<string, Known<string>> {
  const last = text.lastIndexOf("\ndiff --git ");
  return patchesOf(text.slice(0, Math.max(0, last + 1)), paths, TOO_LARGE);
}

function patchesOf(
  text: string,
  paths: readonly string[],
  otherwise: string,
): ReadonlyMap<string, Known<string>> {
  const patches = splitDifference(text);
  return new Map(paths.map((path) => [path, patches.get(path) ?? unknown(otherwise)]));
}
