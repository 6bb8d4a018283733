import { diffLines, type Edit } from "./diff-lines.ts";
import { cutOut, type Lines, toLines } from "./lines.ts";
import { sharedEnds } from "./shared-ends.ts";

export type Difference = {
  readonly before: Lines;
  readonly edits: readonly Edit[];
  /** A line of the new file that an edit adds. */
  readonly added: (index: number) => string;
};

/** The fewest edits that make one content of another; null where too much differs to find them. Lines are cut out only of the part that differs, which is small in a large file. */
export function diffContents(before: Buffer, after: Buffer): Difference | null {
  const { head, tail } = sharedEnds(before, after);
  const old = toLines(before);
  const from = old.lineAt(head);
  const to = old.lineAt(before.length - tail);
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
    added: (index) => young.at(index - from),
  };
}
