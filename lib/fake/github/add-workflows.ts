import type { FakeStore } from "../store.ts";

const THEIRS = ".gitea/workflows/";
const OURS = ".github/workflows/";

/** Puts what other forges read as workflows where this one does, beside it; a file that is there stays. Only for repositories without git, whose branches are their rows. */
export function addWorkflows({ repositories }: FakeStore): void {
  for (const { branches, git } of repositories) {
    if (git) continue;
    for (const { files } of branches) {
      const workflows = Array.from(files).filter(([path]) => path.startsWith(THEIRS));
      for (const [path, text] of workflows) {
        const there = `${OURS}${path.slice(THEIRS.length)}`;
        if (!files.has(there)) files.set(there, text);
      }
    }
  }
}
