import type { Mark } from "./find-marks.ts";
import type { Held } from "./link.ts";
import type { Masked } from "./mask-inline.ts";
import type { Block } from "./read-blocks.ts";
import { beginsStatement, isAbsent, isInPart, readDoubt } from "./read-doubt.ts";
import { MENTION, readWords, type Words } from "./read-words.ts";
import type { Sentence } from "./split-sentences.ts";

/** How far in front of a reference and behind it words are read. */
const BEFORE_MAX = 200;
const AFTER_MAX = 40;
const LIST_MAX = 32;
// A bracket alone begins something else: "fixes #12 (#13)".
const LIST =
  /^[)\]*_]{0,4}\s{0,3}(?:(?:,|\/|&|\+|,?\s?(?:and|as well as))\s{0,3}(?:(?:issue|bug|PR|gap)s?\s{1,3})?[([<*_]{0,4})?$/i;
const LEAD_MAX = 80;

type Given = {
  readonly title: boolean;
  /** What the line above a list says of its items. */
  readonly lead: Words | null;
  /** Whether the headings above say that all this is still to be done. */
  readonly isLater: boolean;
  readonly block: Block;
  readonly masked: Masked;
};

type Said = {
  /** Null where the reference is only mentioned. */
  readonly words: Words | null;
  /** Whether it goes on a list that the reference in front of it began. */
  readonly isListed: boolean;
};

/** Reads what is said of each reference of a block, asked in their order. */
export function wordsOf({ title, lead, isLater, block, masked }: Given): {
  next(mark: Mark, sentence: Sentence): Said;
} {
  const { text } = masked;
  const isQuoted = withinSpans(masked.quoted);
  const isStruck = withinSpans(masked.struck);
  let previous: { mark: Mark; words: Words | null; sentence: number } | null = null;
  const said = (mark: Mark, sentence: Sentence): Said => {
    const before = text.slice(Math.max(sentence.start, mark.start - BEFORE_MAX), mark.start);
    const after = text.slice(mark.end, Math.min(sentence.end, mark.end + AFTER_MAX));
    const isListed = previous?.sentence === sentence.start && isInList(text, previous.mark, mark);
    if (isListed) {
      const words = beginsStatement(after) ? null : listed(previous?.words ?? null);
      return { words, isListed };
    }
    const found = claimOf(before, after, title);
    const isFirst = before.length < LIST_MAX && /^[\s[(*_]*$/.test(before);
    return { words: found ?? (isFirst && lead ? listed(lead) : null), isListed };
  };
  return {
    next(mark, sentence) {
      const quoted = isQuoted(mark.start);
      const struck = isStruck(mark.start);
      const { words, isListed } = said(mark, sentence);
      previous = { mark, words, sentence: sentence.start };
      if (words === null || words.held !== null) return { words, isListed };
      const why: Held | null =
        block.held ??
        (struck ? "struck" : quoted ? "quoted" : null) ??
        (sentence.isQuestion ? "question" : isLater ? "planned" : null);
      return { words: why === null ? words : { ...MENTION, held: why }, isListed };
    },
  };
}

/** What a line that ends with a colon says of the list below it, as in "Covers:"; null where it says nothing, or says it of something of its own. */
export function leadingWords({ kind, text, held }: Block): Words | null {
  if (kind !== "text" || held !== null || text.length > LEAD_MAX || !/:[*_]{0,3}$/.test(text)) {
    return null;
  }
  const found = readWords(`${text} `, false);
  if (!found || /\w/.test(found.lead) || found.says.relation === "closed-by") return null;
  return { ...found.says, held: null };
}

function claimOf(before: string, after: string, title: boolean): Words | null {
  const found = readWords(before, title);
  if (!found) return null;
  const { says } = found;
  const doubt = readDoubt(found);
  if (doubt.held !== null) return { ...MENTION, held: doubt.held };
  if (isInPart(after)) return { ...MENTION, held: "partial" };
  if (says.relation === "covers" && isAbsent(after)) return { ...MENTION, held: "negated" };
  return { ...says, isPlain: says.isPlain && doubt.isPlain, held: null };
}

/** What is said of a further member of a list by what is said of the one before it. */
function listed(words: Words | null): Words | null {
  if (words?.relation !== "closes") return words;
  return { ...words, method: "closing-list", isPlain: false };
}

function isInList(text: string, previous: Mark, mark: Mark): boolean {
  const length = mark.start - previous.end;
  return length > 0 && length <= LIST_MAX && LIST.test(text.slice(previous.end, mark.start));
}

/** Whether a place stands within one of some spans, asked of ascending places. */
function withinSpans(spans: Masked["quoted"]): (at: number) => boolean {
  let index = 0;
  return (at) => {
    while ((spans[index]?.end ?? Infinity) <= at) index += 1;
    return (spans[index]?.start ?? Infinity) <= at;
  };
}
