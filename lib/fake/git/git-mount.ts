import type { Mount } from "../answer.ts";
import { answerGit, type GitOptions } from "./answer-git.ts";
import { createGitFolder } from "./git-folder.ts";

export type GitMount = { readonly mount: Mount; readonly close: () => Promise<void> };

/** Git as one of the forge's dialects. What it writes to disk is taken away by `close`. */
export function createGitMount({
  filters = true,
  anyId = true,
}: Partial<GitOptions> = {}): GitMount {
  const folder = createGitFolder();
  return {
    mount: (asked) => answerGit(asked, { folder, options: { filters, anyId } }),
    close: folder.close,
  };
}
