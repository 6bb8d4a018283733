import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "./git.ts";
import { type Difference, streamChanges } from "./stream-changes.ts";
import type { RawChange } from "./to-changed-files.ts";

export type ChangesOf = Map<string, Known<readonly RawChange[]>>;

const MISSING =
  "The clone lacks objects of this commit, so its files cannot be listed. Fetch it whole.";

/** Git's raw changes of each difference by commit id; where an object is missing only that commit is unknown. */
export async function readChanges(
  directory: string,
  differences: readonly Difference[],
): Promise<ChangesOf> {
  const found: ChangesOf = new Map();
  let left = differences;
  let isChecked = false;
  while (left.length > 0) {
    const { read, died } = await compare(directory, left);
    for (const [index, { sha }] of left.entries()) {
      const changes = read[index];
      if (changes) found.set(sha, known(changes));
    }
    if (!died) return found;
    // Git ends at the first missing object, which may be of the one behind.
    const at = read.length;
    for (const one of left.slice(at, at + 1)) {
      const alone = await compare(directory, [one]);
      const changes = alone.died ? undefined : alone.read[0];
      found.set(one.sha, changes ? known(changes) : unknown(MISSING));
    }
    left = left.slice(at + 1);
    if (isChecked) continue;
    isChecked = true;
    const whole = await withTrees(directory, left);
    for (const { sha } of left) found.set(sha, unknown(MISSING));
    left = left.filter((difference) => whole.has(difference));
  }
  return found;
}

/** Those of which both root trees are there: a clone without trees would otherwise end git once a commit. */
async function withTrees(
  directory: string,
  differences: readonly Difference[],
): Promise<Set<Difference>> {
  const ids = [...new Set(differences.flatMap(({ sha, parentSha }) => [sha, parentSha ?? sha]))];
  const args = ["cat-file", "--batch-check", "--buffer"];
  try {
    const input = ids.map((id) => `${id}^{tree}\n`).join("");
    const lines = (await runGit({ directory, args, input })).trimEnd().split("\n");
    const there = new Set(ids.filter((_, index) => / tree \d+$/.test(lines[index] ?? "")));
    return new Set(
      differences.filter(({ sha, parentSha }) => there.has(sha) && there.has(parentSha ?? sha)),
    );
  } catch (error) {
    if (error instanceof ForgeError) return new Set(differences);
    throw error;
  }
}

/** Those whose changes are whole, in order. */
async function compare(directory: string, differences: readonly Difference[]) {
  const read: (readonly RawChange[])[] = [];
  try {
    for await (const changes of streamChanges(directory, differences)) read.push(changes ?? []);
    return { read, died: false };
  } catch (error) {
    if (error instanceof ForgeError) return { read, died: true };
    throw error;
  }
}
