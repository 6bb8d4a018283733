// A URL scheme looks like a type (`http://…`), hence no slashes after the colon.
const CONVENTIONAL = /^([a-z][\w-]*)(?:\(([^)]*)\))?(!)?\s?:(?!\/\/)\s*(.*)$/is;
const TAG = /^\s*\[([^\]]{1,40})\]\s*[:-]?\s*/;
const TICKET = /^\s*\(?[A-Z][A-Z0-9]{1,9}-\d{1,7}\)?\s*[:|-]?\s*/;
const EMOJI = /^\s*(\p{Extended_Pictographic}\uFE0F?|:[a-z0-9_+-]{2,40}:)\s*/u;
const PREFIXES_MAX = 5;
// Forges allow 255; the first line of a pushed commit may have a megabyte.
const TITLE_MAX = 500;

export type Title = {
  /** Lower case; null when the title is not a conventional one. */
  readonly type: string | null;
  /** As written; null when there is none. */
  readonly scope: string | null;
  readonly breaking: boolean;
  readonly subject: string;
  /** Tags in brackets, emoji and their short names that stand before the rest, in order. */
  readonly marks: readonly string[];
};

/** Splits a conventional title, `type(scope)!: subject`, behind any tags, tickets and emoji; of any other title everything is subject and `type` is null. Only the first 500 characters are read. Source: conventionalcommits.org 1.0.0. */
export function readTitle(title: string): Title {
  const { marks, rest } = withoutMarks(title);
  const parts = CONVENTIONAL.exec(rest);
  const type = parts?.[1];
  if (!parts || type === undefined) {
    return { type: null, scope: null, breaking: false, subject: rest, marks };
  }
  return {
    type: type.toLowerCase(),
    scope: parts[2]?.trim() || null,
    breaking: parts[3] !== undefined,
    subject: (parts[4] ?? "").trim(),
    marks,
  };
}

function withoutMarks(title: string): { marks: string[]; rest: string } {
  const marks: string[] = [];
  let rest = title.slice(0, TITLE_MAX).trim();
  for (let count = 0; count < PREFIXES_MAX; count += 1) {
    const found = TAG.exec(rest) ?? TICKET.exec(rest) ?? EMOJI.exec(rest);
    // A title that is nothing but its tag keeps it.
    if (!found || found[0].length >= rest.length) break;
    marks.push((found[1] ?? found[0]).trim());
    rest = rest.slice(found[0].length);
  }
  return { marks, rest };
}
