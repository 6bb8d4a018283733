import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { Clone } from "./open-clone.ts";
import { readChanges } from "./read-changes.ts";
import { readMessages } from "./read-messages.ts";
import { type ListedFile, toChangedFiles } from "./to-changed-files.ts";

const GONE = "The clone does not have the commit of this pull request any more.";

/** The files that differ between commits and their first parents, by commit id; unknown where the clone cannot tell. */
export async function readFiles(
  { directory, isShallow }: Clone,
  shas: readonly string[],
): Promise<ReadonlyMap<string, Known<readonly ListedFile[]>>> {
  const commits = await readMessages(directory, shas);
  const differences = [...commits].map(([sha, { parents }]) => ({
    sha,
    parentSha: parents[0] ?? null,
  }));
  // The last commits of a shallow clone show no parents.
  const comparable = differences.filter(({ parentSha }) => parentSha !== null || !isShallow);
  const changes = await readChanges(directory, comparable);
  return new Map(
    shas.map((sha) => {
      const read = changes.get(sha) ?? unknown(GONE);
      return [sha, read.known ? known(toChangedFiles(read.value)) : read];
    }),
  );
}
