import type { FakeBranch, FakeFile } from "../store.ts";

/** What a commit does to one file; the same for a repository with git and without. */
export type FileChange =
  | { readonly kind: "write"; readonly path: string; readonly content: string }
  | { readonly kind: "delete"; readonly path: string }
  | {
      readonly kind: "rename";
      readonly from: string;
      readonly path: string;
      readonly content?: string;
    };

/** The changed files of a pull request whose repository has no git, told from its base branch. */
export function changedBy(
  branch: FakeBranch | undefined,
  changes: readonly FileChange[],
): FakeFile[] {
  return changes.map((change) => {
    const { path } = change;
    const lines = (text: string | undefined): number => (text ? text.split("\n").length - 1 : 0);
    const before = branch?.files.get(change.kind === "rename" ? change.from : path);
    const deletions = lines(before);
    if (change.kind === "delete") {
      return { path, previousPath: null, status: "deleted", additions: 0, deletions };
    }
    if (change.kind === "rename") {
      const previousPath = change.from;
      return { path, previousPath, status: "renamed", additions: 0, deletions: 0 };
    }
    const status = before === undefined ? "added" : "changed";
    return { path, previousPath: null, status, additions: lines(change.content), deletions };
  });
}

/** Does to a branch's files what a merge or a push does. */
export function applyChanges(branch: FakeBranch, changes: readonly FileChange[]): void {
  for (const change of changes) {
    if (change.kind === "delete") branch.files.delete(change.path);
    else if (change.kind === "write") branch.files.set(change.path, change.content);
    else {
      const content = change.content ?? branch.files.get(change.from) ?? "";
      branch.files.delete(change.from);
      branch.files.set(change.path, content);
    }
  }
}
