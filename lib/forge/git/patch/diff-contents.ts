import { diffLines, type Edit } from "./diff-lines.ts";
import { cutOut, type Lines, toLines } from "./lines.ts";
import { sharedEnds } from "./shared-ends.ts";

export type Difference = {
  /** Of the old file those up to the last edit, and some behind it. */
  readonly before: Lines;
  readonly edits: readonly Edit[];
  /** Lines of the new file that an edit adds, the end excluded, as text with a mark in front of each. */
  readonly added: (mark: string, from: number, to: number) => string;
};

const NEWLINE = 10;

/** The fewest edits that make one content of another, with so many lines of the old one behind the last of them; null where too much differs to find them. Lines are cut out only of the part that differs, which is small in a large file. */
export function diffContents(before: Buffer, after: Buffer, behind: number): Difference | null {
  const { head, tail } = sharedEnds(before, after);
  const end = before.length - tail;
  const old = toLines(before.subarray(0, linesBehind(before, end, behind)));
  const from = old.lineAt(head);
  const to = old.lineAt(end);
  const young = toLines(after.subarray(head, after.length - tail));
  const edits = diffLines(cutOut(old, from, to), cutOut(young, 0, young.count));
  if (edits === null) return null;
  return {
    before: old,
    edits: edits.map(({ oldFrom, oldTo, newFrom, newTo }) => ({
      oldFrom: oldFrom + from,
      oldTo: oldTo + from,
      newFrom: newFrom + from,
      newTo: newTo + from,
    })),
    added: (mark, first, last) => young.marked(mark, first - from, last - from),
  };
}

/** Where so many lines behind a place end. */
function linesBehind(content: Buffer, place: number, count: number): number {
  let at = place;
  for (let left = count; left > 0 && at < content.length; left -= 1) {
    const newline = content.indexOf(NEWLINE, at);
    at = newline < 0 ? content.length : newline + 1;
  }
  return at;
}
