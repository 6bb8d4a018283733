import { findMarks, type Mark, mayHoldMarks, type Target } from "./find-marks.ts";
import { type Headings, newHeadings } from "./headings.ts";
import { maskInline } from "./mask-inline.ts";
import { type NameMatcher, nameMatcher } from "./name-matcher.ts";
import { type Near, nearNames } from "./near-names.ts";
import { type Block, readBlocks } from "./read-blocks.ts";
import { MENTION, type Words } from "./read-words.ts";
import { type Sentence, splitSentences } from "./split-sentences.ts";
import { leadingWords, wordsOf } from "./words-of.ts";

export type Reference = Words & {
  readonly target: Target;
  /** In the text, from 1. */
  readonly line: number;
  /** The sentence, at most 200 characters around the reference, in one line. */
  readonly quote: string;
  readonly near: Near;
  /** Whether it stands in brackets behind a name that the reference before it bears, as the issue in `#40 order-gate(#12)`. */
  readonly isBehindName: boolean;
};

export type ReadOptions = {
  /** A title is one line: its scope names no repository, and a number behind it says more than one in a text. */
  readonly title?: boolean;
  /** Finds the program's repositories, which a sentence or heading may name; without it none is looked for. */
  readonly names?: NameMatcher;
};

const SCOPE = /^[^:]{0,60}?\([^()]{0,80}\)(?=!?:)/;
const NAME = /^\s{1,2}\w[\w.-]{0,60}(?:\s[\w.-]{1,30}){0,3}\s?\($/;
const NAME_MAX = 160;
const QUOTE_MAX = 200;
const QUOTE_BEFORE = 110;
const NO_NAMES = nameMatcher([]);

/** Every reference to an issue, a pull request or a gap in a Markdown text, in order, with what the words around it say. Code and HTML comments hold none. Quotations, struck text, unchecked tasks, questions, negations and plans only mention. Of "Fixes #1, #2 and #3" a forge closes the first; the others are read as closed too, but not plainly. Linear in the text. */
export function readReferences(text: string, options: ReadOptions = {}): readonly Reference[] {
  if (!mayHoldMarks(text)) return [];
  const matcher = options.names ?? NO_NAMES;
  const title = options.title === true;
  const blocks: readonly Block[] = title
    ? [{ kind: "text", level: 0, line: 1, text: text.replace(/\s+/g, " "), held: null }]
    : readBlocks(text);
  const headings = newHeadings((heading) => matcher.find(heading).map(({ name }) => name));
  let lead: Words | null = null;
  return blocks.flatMap((block, index) => {
    headings.enter(block, blocks[index + 1]);
    if (block.kind !== "item") lead = leadingWords(block);
    const own = block.kind === "item" ? lead : null;
    return referencesIn(block, { title, matcher, headings, lead: own });
  });
}

type Surroundings = {
  readonly title: boolean;
  readonly matcher: NameMatcher;
  readonly headings: Headings;
  readonly lead: Words | null;
};

function referencesIn(block: Block, around: Surroundings): readonly Reference[] {
  if (!mayHoldMarks(block.text)) return [];
  const masked = maskInline(block.text, around.matcher.names);
  const marks = linkTargets(findMarks(masked.text), masked.text);
  if (marks.length === 0) return [];
  const sentences = splitSentences(masked.text);
  const plain = around.title
    ? masked.text.replace(SCOPE, (scope) => "/".repeat(scope.length))
    : masked.text;
  const near = nearNames(masked.text, sentences, around.matcher.find(plain));
  const heading = around.headings.names();
  const words = wordsOf({ ...around, isLater: around.headings.isLater(), block, masked });
  const references: Reference[] = [];
  let sentence = 0;
  let adjacent: string | null = null;
  let before: Mark | undefined;
  let line = block.line;
  let counted = 0;
  for (const mark of marks) {
    while ((sentences[sentence]?.end ?? Infinity) <= mark.start) sentence += 1;
    const within: Sentence = sentences[sentence] ?? { start: 0, end: mark.end, isQuestion: false };
    for (; counted < mark.start; counted += 1) if (block.text[counted] === "\n") line += 1;
    const said = words.next(mark, within);
    const beside = near.adjacentTo(mark, sentence);
    adjacent = beside ?? (said.isListed ? adjacent : null);
    references.push({
      ...(said.words ?? MENTION),
      target: mark.target,
      line,
      quote: quoteOf(block.text, mark, within),
      near: { adjacent, sentence: near.ofSentence(sentence), heading },
      isBehindName: before !== undefined && isBehindName(before, mark, masked.text),
    });
    before = mark;
  }
  return references;
}

/** A Markdown link says by its address what its label means: `[#12](https://…/issues/12)` is one reference. */
function linkTargets(marks: readonly Mark[], text: string): readonly Mark[] {
  return marks.flatMap((mark, index): readonly Mark[] => {
    const next = marks[index + 1];
    const before = marks[index - 1];
    if (next && isLabelOf(mark, next, text)) {
      return [{ target: next.target, start: mark.start, end: next.end + 1 }];
    }
    // The label of an address that is no item's names something of that place.
    if (text.startsWith("](http", mark.end)) return [];
    return before && isLabelOf(before, mark, text) ? [] : [mark];
  });
}

const isLabelOf = (label: Mark, address: Mark, text: string): boolean =>
  address.target.kind === "url" &&
  address.start - label.end === 2 &&
  text.slice(label.end, address.start) === "](";

const isBehindName = (before: Mark, mark: Mark, text: string): boolean =>
  mark.start - before.end <= NAME_MAX &&
  text[mark.end] === ")" &&
  NAME.test(text.slice(before.end, mark.start));

function quoteOf(text: string, mark: Mark, { start, end }: Sentence): string {
  const from = end - start <= QUOTE_MAX ? start : Math.max(start, mark.start - QUOTE_BEFORE);
  return text
    .slice(from, Math.min(end, from + QUOTE_MAX))
    .replace(/\s+/g, " ")
    .trim();
}
