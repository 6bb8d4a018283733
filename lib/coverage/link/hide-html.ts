import { codeSpans } from "./code-spans.ts";

const BLOCK = /^[ \t]{0,3}<(pre|script|style|textarea)(?=[\s>]|$)/i;
const OPEN = "<!--";
const CLOSE = "-->";

export type Shown = {
  readonly text: string;
  /** What ends the part that a later line is still hidden by; null when nothing is open. */
  readonly hiddenUntil: string | null;
};

/** A line without its HTML comments and blocks of preformatted text, each replaced by a blank; what a code span holds opens none, and one that never ends hides all that follows, as on a forge. */
export function hideHtml(line: string, hiddenUntil: string | null): Shown {
  let until = hiddenUntil ?? blockEnd(line);
  if (until === null && !line.includes(OPEN)) return { text: line, hiddenUntil: null };
  const spans = codeSpans(line);
  const parts: string[] = [];
  let at = 0;
  let span = 0;
  for (;;) {
    if (until !== null) {
      const end = indexOfEnd(line, until, at);
      if (end === -1) return { text: parts.join(" "), hiddenUntil: until };
      at = end + until.length;
      until = null;
      parts.push("");
    }
    const open = line.indexOf(OPEN, at);
    if (open === -1) return { text: [...parts, line.slice(at)].join(" "), hiddenUntil: null };
    while ((spans[span]?.end ?? Infinity) <= open) span += 1;
    const within = spans[span];
    const inCode = within !== undefined && within.start < open && within.start >= at;
    const end = inCode ? within.end : open;
    parts.push(line.slice(at, end));
    at = end;
    if (!inCode) until = CLOSE;
  }
}

function blockEnd(line: string): string | null {
  const tag = BLOCK.exec(line)?.[1];
  return tag === undefined ? null : `</${tag.toLowerCase()}>`;
}

// A tag may be written in any case, and opens only once in a line; a comment opens often.
const indexOfEnd = (line: string, until: string, from: number): number =>
  until === CLOSE ? line.indexOf(until, from) : line.toLowerCase().indexOf(until, from);
