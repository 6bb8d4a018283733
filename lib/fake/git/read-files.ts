import { treeOf } from "./commit.ts";
import { diffTrees } from "./diff-trees.ts";
import type { FakeGit } from "./fake-git.ts";
import { entryAt, FOLDER, type TreeEntry } from "./tree.ts";

/** Every file of a commit by its path, in git's order. */
export function readFiles(git: FakeGit, id: string): Map<string, TreeEntry> {
  const files = new Map<string, TreeEntry>();
  for (const { path, after } of diffTrees(git.objects, null, treeOf(git, id))) {
    if (after) files.set(path, after);
  }
  return files;
}

/** A file's bytes at a commit; null where it has no such file. */
export function readText(git: FakeGit, id: string, path: string): Uint8Array | null {
  const entry = entryAt(git.objects, treeOf(git, id), path);
  return entry === null || entry.mode === FOLDER ? null : git.objects.read("blob", entry.id);
}
