import { push } from "../push.ts";
import type { FileChange } from "./file-change.ts";
import { commitTo, tipOfBranch } from "./heads.ts";
import type { Ground } from "./place.ts";
import { pushToPull } from "./pull.ts";
import { raise } from "./raise.ts";

type Committing = {
  branch: string;
  author: string;
  title: string;
  changes: readonly FileChange[];
};

/** Commits to any branch and gives the id: to the head of an open pull request as a push to it, to the default branch as a push by hand. */
export function commitToBranch(ground: Ground, committing: Committing): string {
  const { repository } = ground;
  const { branch, author, title, changes } = committing;
  if (branch === repository.defaultBranch) return push(ground, { author, title, changes }).sha;
  const pull = repository.pulls.find((row) => row.state === "open" && row.headRef === branch);
  if (pull) return pushToPull({ ...ground, number: pull.number }, { author, changes });
  const before = tipOfBranch(repository, branch);
  const after = commitTo(ground, { branch, author, message: title, changes });
  const paths = changes.map(({ path }) => path);
  raise(ground, { kind: "push", branch, before, after, title, paths, sender: author });
  return after;
}
