import { joinPath } from "../join-path.ts";
import { isUnknown, OUTSIDE, ROOT } from "./word-signs.ts";

/** The path in the repository that a word names from a directory, "" for the root; null where it lies outside or cannot be told. */
export function repositoryPath(directory: string | null, word: string): string | null {
  if (isUnknown(word)) return null;
  if (word.startsWith(ROOT)) return climbs(word.slice(1)) ? null : joinPath("", word.slice(1));
  if (word.startsWith("/") || word.startsWith("~") || directory === null || directory === OUTSIDE)
    return null;
  const path = `${directory}/${word}`;
  return climbs(path) ? null : joinPath("", path);
}

/** A path that leaves the repository names nothing of it. */
function climbs(path: string): boolean {
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
