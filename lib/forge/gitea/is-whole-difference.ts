import { isBinary, type Section, sectionsOf } from "./split-difference.ts";

// The names that git gives to the empty file, in both of its kinds of repository.
const EMPTY_FILE = /\b(e69de29|473a0f4)/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/** Whether an answer is a difference and not cut short: an answer without a length that breaks off looks like a shorter one. An empty text is whole: nothing differs. */
export function isWholeDifference(text: string): boolean {
  if (text === "") return true;
  if (!text.endsWith("\n")) return false;
  let last: Section | null = null;
  for (const section of sectionsOf(text)) last = section;
  if (last === null) return false;
  return last.hunks === "" ? endsWithoutHunks(last.header.split("\n")) : endsWhole(last.hunks);
}

function endsWithoutHunks(lines: readonly string[]): boolean {
  const index = lines.find((line) => line.startsWith("index "));
  if (index !== undefined) return isBinary(lines) || EMPTY_FILE.test(index);
  return lines.some((line) => /^(new mode|rename to|copy to) /.test(line));
}

/** Whether the last hunk has as many lines as it says. */
function endsWhole(hunks: string): boolean {
  const lines = hunks.slice(hunks.lastIndexOf("\n@@ -") + 1, -1).split("\n");
  const [, removed = "1", added = "1"] = HUNK.exec(lines.shift() ?? "") ?? [];
  const count = (signs: string) => lines.filter((line) => signs.includes(line.slice(0, 1))).length;
  return count(" -") === Number(removed) && count(" +") === Number(added);
}
