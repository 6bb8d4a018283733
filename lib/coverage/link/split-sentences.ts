export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly isQuestion: boolean;
};

const BREAK = /[.!?;]{1,9}["”’'*_)\]]{0,6}(?=\s|$)|\n/g;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|vs|cf|no|nr|resp|incl|approx|et al)\.$/i;
const ABBREVIATION_MAX = 12;
/** A line that is shorter was ended on purpose. */
const WRAPPED_MIN = 50;
/** What a sentence that goes on in the next line ends with. */
const GOES_ON =
  /(?:[,:([/&+–—-]|\b(?:and|or|not|the|for|of|to|by|in|see|close[sd]?|fix(?:e[sd])?|resolve[sd]?|cover(?:s|ed|ing)?))[*_]{0,3}[ \t]{0,9}$/i;
const TAIL = 24;

/** The sentences of a paragraph in order. A line ends one too, unless it was wrapped or its last word asks for more: a forge shows the line breaks of a description as they are. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let lineStart = 0;
  const end = (at: number, isQuestion: boolean) => {
    if (at > start) sentences.push({ start, end: at, isQuestion });
    start = at;
  };
  for (const found of text.matchAll(BREAK)) {
    const after = found.index + found[0].length;
    if (found[0] === "\n") {
      if (!goesOn(text, lineStart, found.index)) end(after, false);
      lineStart = after;
    } else if (!isAbbreviation(text, after)) {
      end(after, found[0].includes("?"));
    }
  }
  end(text.length, false);
  return sentences;
}

const isAbbreviation = (text: string, end: number): boolean =>
  ABBREVIATION.test(text.slice(Math.max(0, end - ABBREVIATION_MAX), end));

function goesOn(text: string, lineStart: number, lineEnd: number): boolean {
  if (GOES_ON.test(text.slice(Math.max(lineStart, lineEnd - TAIL), lineEnd))) return true;
  return lineEnd - lineStart >= WRAPPED_MIN && /[\p{Ll}#(]/u.test(text[lineEnd + 1] ?? "");
}
