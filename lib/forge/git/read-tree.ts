import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { RepositoryTree } from "#/lib/facts/repository-tree.ts";
import { ForgeError } from "../forge-error.ts";
import { readRecords } from "./git.ts";
import type { Clone } from "./open-clone.ts";

/** A file of a commit: the id of its contents and its path. */
export type TreeFile = { readonly id: string; readonly path: string };

const FILE = /^\d{6} blob ([0-9a-f]+)\t(.+)$/s;

/** The files of a commit, links among them and repositories inside it not; unknown where the clone cannot list them whole. */
export async function readTree(clone: Clone, commit: string): Promise<Known<RepositoryTree>> {
  const paths: string[] = [];
  try {
    for await (const files of listFiles(clone, commit)) {
      for (const { path } of files) paths.push(path);
    }
    return known({ sha: commit, paths });
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return unknown(`The files could not be listed (${error.message}) Fetch the clone whole.`);
  }
}

/** The files of a commit as git lists them; throws ForgeError where it cannot. */
export async function* listFiles(
  { directory }: Clone,
  commit: string,
): AsyncGenerator<readonly TreeFile[]> {
  const args = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit];
  for await (const records of readRecords({ directory, args })) {
    yield records.flatMap((record) => {
      const [, id, path] = FILE.exec(record) ?? [];
      return id === undefined || path === undefined ? [] : [{ id, path }];
    });
  }
}
