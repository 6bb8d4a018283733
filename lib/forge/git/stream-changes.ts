import { readRecords } from "./git.ts";
import type { RawChange } from "./to-changed-files.ts";

export type Difference = {
  readonly sha: string;
  /** Null for a root commit, which is compared with nothing. */
  readonly parentSha: string | null;
};

const ARGS = [
  "diff-tree",
  "--stdin",
  "--root",
  "--always",
  "-r",
  "--raw",
  "--no-renames",
  "--no-abbrev",
  "-z",
];

/**
 * Git's raw changes of each difference, in the order in which they are given and one at a time; null
 * for one of more than so many changes. Throws ForgeError where git ends at a missing object: what
 * came before is whole, and the next one is the first that is not.
 */
export async function* streamChanges(
  directory: string,
  differences: readonly Difference[],
  changesMax = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly RawChange[] | null> {
  if (differences.length === 0) return;
  const input = differences
    .map(({ sha, parentSha }) => `${sha}${parentSha === null ? "" : ` ${parentSha}`}\n`)
    .join("");
  let current: RawChange[] | null = null;
  let heading: readonly string[] | null = null;
  let count = 0;
  const whole = (changes: RawChange[]) => (count > changesMax ? null : changes);
  for await (const records of readRecords({ directory, args: ARGS, input })) {
    for (const record of records) {
      if (heading !== null) {
        const [oldMode = "", newMode = "", oldId = "", newId = "", [letter = ""] = ""] = heading;
        count += 1;
        if (count <= changesMax) {
          current?.push({ letter, oldMode, newMode, oldId, newId, path: record });
        } else current = [];
        heading = null;
      } else if (record.startsWith(":")) heading = record.slice(1).split(" ");
      else {
        if (current) yield whole(current);
        current = [];
        count = 0;
      }
    }
  }
  if (current) yield whole(current);
}
