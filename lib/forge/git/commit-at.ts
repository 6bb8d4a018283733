import { runGit } from "./git.ts";
import type { Clone } from "./open-clone.ts";

/** The commit that the clone's line of first parents stood at on a moment, by commit date; null when it began later. */
export async function commitAt(clone: Clone, moment: Date): Promise<string | null> {
  const before = `--before=${Math.floor(moment.getTime() / 1000)}`;
  const args = ["rev-list", "-1", "--first-parent", before, "--end-of-options", clone.head];
  return (await runGit({ directory: clone.directory, args })).trim() || null;
}
