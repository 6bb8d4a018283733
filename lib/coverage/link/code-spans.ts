export type Span = { readonly start: number; readonly end: number };

const RUN = /`+/g;

/** The code spans of a text with their backticks, in order: a run of backticks ends at the next run of the same length, and one without such is text. Linear in the text. Source: CommonMark 0.31, code spans. */
export function codeSpans(text: string): readonly Span[] {
  const runs = [...text.matchAll(RUN)].map((run) => {
    // A backslash in front makes the first backtick a letter.
    const escaped = text[run.index - 1] === "\\" && text[run.index - 2] !== "\\";
    return { start: run.index, end: run.index + run[0].length, escaped };
  });
  const partners = partnersOf(runs.map(({ start, end }) => end - start));
  const spans: Span[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    const partner = run?.escaped ? undefined : partners[index];
    const last = partner === undefined ? undefined : runs[partner];
    if (!run || !last || partner === undefined) continue;
    spans.push({ start: run.start, end: last.end });
    index = partner;
  }
  return spans;
}

/** Of each run the index of the next one that is as long. */
function partnersOf(lengths: readonly number[]): readonly (number | undefined)[] {
  const next = new Map<number, number>();
  const partners: (number | undefined)[] = Array.from({ length: lengths.length });
  for (let index = lengths.length - 1; index >= 0; index -= 1) {
    const length = lengths[index] ?? 0;
    partners[index] = next.get(length);
    next.set(length, index);
  }
  return partners;
}
