import { type Known, known } from "#/lib/facts/known.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import type { Clone } from "./open-clone.ts";
import { openFiles } from "./open-files.ts";

/** The files of a commit, links among them and repositories inside it not; unknown where the clone cannot list them whole. */
export async function readTree(clone: Clone, commit: string): Promise<Known<RepositoryTree>> {
  const opened = await openFiles(clone, commit);
  if (!opened.known) return opened;
  await using files = opened.value;
  return known({ sha: commit, paths: files.paths });
}
