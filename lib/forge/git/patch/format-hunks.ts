import type { Difference } from "./diff-contents.ts";
import type { Edit } from "./diff-lines.ts";
import type { Lines } from "./lines.ts";

export const CONTEXT = 30;
// Imports stand there, and readers of a patch look for them.
const HEAD = 60;
const LINES_MAX = 20_000;
const BYTES_MAX = 1024 * 1024;
const HEADING_MAX = 200;

type Span = { readonly edits: readonly Edit[]; readonly from: number; readonly to: number };

/**
 * The hunks of a unified difference with 30 lines of context, and in front of them the first 60 lines
 * of the file, where no hunk has them. Null when it has more than 20,000 lines or 1 MiB.
 */
export function formatHunks(difference: Difference): string | null {
  const { before, edits } = difference;
  let output = "";
  let lines = 0;
  const headingAt = headings(before);
  for (const span of spansOf(before.count, edits)) {
    const newLines = span.edits.reduce((sum, { newFrom, newTo }) => sum + newTo - newFrom, 0);
    lines += 1 + span.to - span.from + newLines;
    if (lines > LINES_MAX) return null;
    output += hunkOf(difference, span, headingAt(span.from));
    if (output.length > BYTES_MAX) return null;
  }
  return output;
}

/** What each hunk shows of the old file. */
function spansOf(count: number, edits: readonly Edit[]): readonly Span[] {
  const spans: { edits: Edit[]; from: number; to: number }[] = [];
  for (const edit of edits) {
    const to = Math.min(count, edit.oldTo + CONTEXT);
    const last = spans.at(-1);
    if (last && edit.oldFrom - CONTEXT <= last.to) {
      last.edits.push(edit);
      last.to = to;
    } else spans.push({ edits: [edit], from: Math.max(0, edit.oldFrom - CONTEXT), to });
  }
  const [first] = spans;
  if (!first) return [];
  if (first.from > HEAD) return [{ edits: [], from: 0, to: HEAD }, ...spans];
  first.from = 0;
  return spans;
}

function hunkOf(
  { before, added }: Difference,
  { edits, from, to }: Span,
  heading: string | null,
): string {
  const [first] = edits;
  const last = edits.at(-1);
  const newFrom = first ? from + first.newFrom - first.oldFrom : from;
  const newTo = last ? to + last.newTo - last.oldTo : to;
  const ranges = `-${rangeOf(from, to)} +${rangeOf(newFrom, newTo)}`;
  let hunk = heading === null ? `@@ ${ranges} @@\n` : `@@ ${ranges} @@ ${heading}\n`;
  let at = from;
  for (const edit of edits) {
    hunk += before.marked(" ", at, edit.oldFrom);
    hunk += before.marked("-", edit.oldFrom, edit.oldTo);
    hunk += added("+", edit.newFrom, edit.newTo);
    at = edit.oldTo;
  }
  return hunk + before.marked(" ", at, to);
}

/** Git counts from 1, and of an empty range it names the line in front. */
const rangeOf = (from: number, to: number): string =>
  `${from === to ? from : from + 1},${to - from}`;

/** For hunks in order, the nearest line above that opens a block, as git's default rule sees it: a letter, `_` or `$` in the first column. */
function headings(lines: Lines): (from: number) => string | null {
  let heading: string | null = null;
  let seen = 0;
  return (from) => {
    for (let at = from - 1; at >= seen; at -= 1) {
      const line = lines.at(at);
      if (!/^[A-Za-z_$]/.test(line)) continue;
      heading = short(line);
      break;
    }
    seen = from;
    return heading;
  };
}

/** A character is a byte here, so it is cut where no character of UTF-8 goes on. */
function short(line: string): string {
  let end = Math.min(line.length, HEADING_MAX);
  while (end < line.length && end > 0 && (line.charCodeAt(end) & 0xc0) === 0x80) end -= 1;
  return line.slice(0, end).trimEnd();
}
