/** What a reference names as it is written, before anybody knows what it means. */
export type Target =
  | {
      readonly kind: "number";
      /** An alias, a name or `owner/name` in front; null for a bare number. */
      readonly repository: string | null;
      readonly number: number;
    }
  | {
      readonly kind: "url";
      readonly host: string;
      readonly fullName: string;
      readonly number: number;
    }
  | { readonly kind: "gap"; readonly number: number };

export type Mark = {
  readonly target: Target;
  readonly start: number;
  readonly end: number;
};

// Every quantifier is bounded or starts where the last match ended: a line may have a megabyte.
const ADDRESS = String.raw`https?:\/\/[^\s<>"')\]|]{1,2000}`;
// Behind a slash or a dash it is the next of a row (`#605/#621`), not a part of a path.
const BARE = String.raw`(?<![\w#!&\\@]|[^\d)\s][/-])`;
const NAMED = String.raw`(?<![\w./#!&\\@-])((?:[A-Za-z\d][\w.-]{0,99}\/)?[A-Za-z_.][\w.-]{0,99})`;
const NUMBERED = String.raw`(?:${NAMED}|${BARE})([#!])(\d{1,9})(?!\w)`;
const GAP = String.raw`(?<![\w.\/#&-])(GAP|GH)-(\d{1,9})(?![\w-])`;
const ANY = new RegExp(`(${ADDRESS})|${GAP}|${NUMBERED}`, "g");
const ITEM_ADDRESS =
  /^https?:\/\/([^/]{1,255})((?:\/[\w.~-]{1,100}){2,6})\/(?:issues|pulls|pull)\/(\d{1,9})(?![\w-])/i;
// A word that says what the number is, not where.
const NOUN =
  /^(?:issues?|bugs?|pr|prs|pull|pulls|ticket|gap|gh|no|nr|close[sd]?|fix(?:e[sd])?|resolve[sd]?|cover(?:s|ed|ing)?|see|refs?)$/i;
const STYLE = /(?:colou?r|background|fill|stroke|border)[\w-]{0,20}["']?\s{0,2}[:=]\s{0,2}["']?$/i;
const STYLE_MAX = 40;

const SIGN = /[#!]\d|\b(?:GAP|GH)-\d|https?:\/\//;

/** Whether a text can hold a mark at all; most paragraphs cannot, and need no closer look. */
export const mayHoldMarks = (text: string): boolean => SIGN.test(text);

/** Every mark in a text that reads as a reference to an issue, a pull request or a gap, in order; commit ids, colours, HTML entities and other addresses are none. Sources: the reference forms that Gitea and GitHub document. */
export function findMarks(text: string): readonly Mark[] {
  return [...text.matchAll(ANY)].flatMap((found): readonly Mark[] => {
    const [all, address, own, ownDigits, repository, sign, digits] = found;
    if (address !== undefined) return addressMark(address, found.index);
    // Gitea writes a pull request of another repository `owner/name!12`; a word does not stand there.
    if (sign === "!" && repository !== undefined && !repository.includes("/")) return [];
    const end = found.index + all.length;
    const number = Number(ownDigits ?? digits);
    if (number === 0) return [];
    if (own === "GAP") return [{ target: { kind: "gap", number }, start: found.index, end }];
    const isNoun = repository === undefined || NOUN.test(repository);
    if (isNoun && isColour(text, found.index)) return [];
    const start = isNoun ? found.index + (repository?.length ?? 0) : found.index;
    const target: Target = {
      kind: "number",
      repository: isNoun ? null : repository,
      number,
    };
    return [{ target, start, end }];
  });
}

function addressMark(address: string, start: number): readonly Mark[] {
  const target = itemAddress(address);
  let length = address.length;
  while (/[.,;:!?*_~]/.test(address[length - 1] ?? "")) length -= 1;
  return target ? [{ target, start, end: start + length }] : [];
}

function itemAddress(address: string): Target | null {
  const [, host = "", path = "", digits = ""] = ITEM_ADDRESS.exec(address) ?? [];
  const parts = path.split("/").filter(Boolean);
  if (parts.length < 2 || Number(digits) === 0) return null;
  return {
    kind: "url",
    host: host.toLowerCase(),
    // A forge may live below a path.
    fullName: parts.slice(-2).join("/"),
    number: Number(digits),
  };
}

const isColour = (text: string, at: number): boolean =>
  STYLE.test(text.slice(Math.max(0, at - STYLE_MAX), at));
