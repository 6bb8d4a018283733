import { ForgeError } from "../forge-error.ts";
import { runGit } from "../git/git.ts";

/** The newest commit that two have in common; null where there is none. */
export async function mergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | null> {
  try {
    return (await runGit({ directory, args: ["merge-base", one, other] })).trim() || null;
  } catch (error) {
    // Git fails without a word where they have nothing in common.
    if (error instanceof ForgeError && error.message.endsWith("it gave no reason")) return null;
    throw error;
  }
}
