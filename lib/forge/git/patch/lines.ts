const NO_NEWLINE = "\n\\ No newline at end of file";

/**
 * The lines of a file without their newlines, cut out when they are looked at. One character is one
 * byte, so lines differ when their bytes do, whatever they are encoded in. A last line that no newline
 * ends carries git's remark about it, and is no equal of the same line with one.
 */
export type Lines = {
  readonly count: number;
  readonly at: (index: number) => string;
  /** The line that begins at a byte; the count at the end. */
  readonly lineAt: (byte: number) => number;
  /** Some of the lines, the end excluded, as text with a mark in front of each. */
  readonly marked: (mark: string, from: number, to: number) => string;
};

/** The lines of a content by their place, cut only when one is asked for. */
export function toLines(content: Buffer): Lines {
  const text = content.toString("latin1");
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const endsOpen = starts.at(-1) !== content.length;
  const count = endsOpen ? starts.length : starts.length - 1;
  const isEnd = (to: number): boolean => endsOpen && to === count;
  const cut = (from: number, to: number): string =>
    text.slice(starts[from], isEnd(to) ? text.length : (starts[to] ?? 1) - 1);
  return {
    count,
    lineAt: (byte) => (byte === content.length ? count : indexOf(starts, byte)),
    at: (index) => cut(index, index + 1) + (isEnd(index + 1) ? NO_NEWLINE : ""),
    marked: (mark, from, to) => {
      if (from === to) return "";
      const marked = mark + cut(from, to).split("\n").join(`\n${mark}`);
      return `${marked}${isEnd(to) ? NO_NEWLINE : ""}\n`;
    },
  };
}

/** Some of the lines, the end excluded. */
export function cutOut({ at }: Lines, from: number, to: number): string[] {
  const lines: string[] = [];
  for (let index = from; index < to; index += 1) lines.push(at(index));
  return lines;
}

/** Where a number stands in an ascending list that holds it. */
function indexOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
