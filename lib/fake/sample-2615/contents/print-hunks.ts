import { structuredPatch } from "diff";

const CONTEXT = 3;

/** The hunks between two texts as git prints them, with the line that opens the block around each; empty where nothing differs. */
export function printHunks(before: string, after: string): string {
  const { hunks } = structuredPatch("a", "b", before, after, "", "", { context: CONTEXT });
  const lines = before.split("\n");
  return hunks
    .map((hunk) => {
      const from = range(hunk.oldStart, hunk.oldLines);
      const to = range(hunk.newStart, hunk.newLines);
      const heading = headingOf(lines.slice(0, Math.max(0, hunk.oldStart - 1)));
      return `@@ -${from} +${to} @@${heading}\n${hunk.lines.map((line) => `${line}\n`).join("")}`;
    })
    .join("");
}

// Of one line git prints no count, and of none the line above them.
function range(start: number, count: number): string {
  if (count === 1) return `${start}`;
  return `${count === 0 ? start - 1 : start},${count}`;
}

// The nearest line above that begins with a letter, which is how git finds it where no language is set.
function headingOf(above: readonly string[]): string {
  const line = above.findLast((each) => /^[A-Za-z_$]/.test(each));
  return line === undefined ? "" : ` ${line.slice(0, 80).trimEnd()}`;
}
