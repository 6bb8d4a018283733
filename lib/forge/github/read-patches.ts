import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { isGone } from "../fails-all.ts";
import type { PatchAnswer, WantedPatches } from "../forge.ts";
import { passable } from "./ask-batches.ts";
import type { Place } from "./ask-repository.ts";
import { listPullFiles } from "./list-pull-files.ts";
import type { PullFile } from "./rest-schema.ts";

const WITHOUT =
  "The forge gives no patch of this file, as it does for one that is binary or whose difference is too large.";
const NOT_IN_IT = "The forge does not list the file among those that the pull request touches.";
const CUT = "The patch that the forge gives of this file has fewer lines than the forge counts.";

/** The patches of pull requests, a few of them asked for at once. A page holds a hundred files, and no more pages are asked for than hold those that are wanted. */
export const readPatches = (
  place: Place,
  wanted: readonly WantedPatches[],
): AsyncGenerator<PatchAnswer> => askInTurn(wanted, (one) => ask(place, one));

async function ask(place: Place, { number, paths }: WantedPatches): Promise<PatchAnswer> {
  try {
    const patches = new Map<string, Known<string>>();
    const left = new Set(paths);
    for await (const rows of listPullFiles(place, number)) {
      for (const row of rows)
        if (left.delete(row.filename)) patches.set(row.filename, toPatch(row));
      if (left.size === 0) break;
    }
    for (const path of left) patches.set(path, unknown(NOT_IN_IT));
    return { number, patches };
  } catch (error) {
    const failure = passable(error);
    if (!isGone(failure)) return { number, failure };
    const gone = `The forge does not have the difference of this pull request any more (${failure.status}).`;
    return { number, patches: new Map(paths.map((path) => [path, unknown(gone)])) };
  }
}

/** The hunks of a file; unknown where they hold fewer lines than the forge counts. */
function toPatch({ patch, status, additions, deletions }: PullFile): Known<string> {
  if (typeof patch !== "string") {
    // Where it only moved, no line differs, and there is nothing that the forge could give.
    const isOnlyMoved = status === "renamed" && additions === 0 && deletions === 0;
    return isOnlyMoved ? known("") : unknown(WITHOUT);
  }
  if (countLines(patch, "+") !== additions || countLines(patch, "-") !== deletions) {
    return unknown(CUT);
  }
  // The forge leaves the last line break away, which git's own hunks have.
  return known(patch === "" || patch.endsWith("\n") ? patch : `${patch}\n`);
}

/** How many lines begin with a sign; the first line of a patch is a hunk's own. */
function countLines(patch: string, sign: string): number {
  let count = 0;
  for (let at = patch.indexOf(`\n${sign}`); at >= 0; at = patch.indexOf(`\n${sign}`, at + 1)) {
    count += 1;
  }
  return count;
}
