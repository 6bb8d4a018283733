import type { FakeRepository } from "../store.ts";
import { treeOf } from "./commit.ts";
import { diffTrees } from "./diff-trees.ts";
import { gitOf } from "./place.ts";
import { tipOf } from "./tip-of.ts";

/** Lets a branch point to a commit, and its row, where it has one, hold the files of it. */
export function moveBranch(repository: FakeRepository, name: string, id: string): void {
  const git = gitOf(repository);
  const before = tipOf(git, `refs/heads/${name}`);
  git.setRef(`refs/heads/${name}`, id);
  const row = repository.branches.find((branch) => branch.name === name);
  if (!row) return;
  const old = before === null ? null : treeOf(git, before);
  for (const { path, after } of diffTrees(git.objects, old, treeOf(git, id))) {
    if (after) row.files.set(path, git.objects.read("blob", after.id).toString());
    else row.files.delete(path);
  }
}
