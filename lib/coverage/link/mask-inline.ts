import { codeSpans, type Span } from "./code-spans.ts";

/** Stands for a character of code: neither a letter nor a blank, so that words around it are not neighbours. */
const HIDDEN = "\uFFFC";
const SIGN = /~~|["“”'‘’]/g;
const CODE_TAG = /<(code|kbd|samp|tt)\b[^<>]{0,200}>[^<]{0,2000}<\/\1>/gi;
const STRIKE_TAG = /<(del|s|strike)\b[^<>]{0,200}>[^<]{0,2000}<\/\1>/gi;
const ANCHOR = /(<a\b[^<>]{0,2000}>)[^<]{0,2000}<\/a>/gi;
const SPACE = /[\s([{*_]/;
const LETTER = /[\p{L}\p{N}]/u;

export type Masked = {
  /** As long as the text, with code hidden. */
  readonly text: string;
  /** Parts in quotation marks or struck through, in order. */
  readonly quoted: readonly Span[];
  readonly struck: readonly Span[];
};

/** A paragraph without what its code spans say, and where it quotes or strikes through; a span that holds nothing but a name in `names` keeps it. */
export function maskInline(text: string, names: ReadonlySet<string>): Masked {
  const shown = withoutTags(withoutCode(text, names));
  const signs = [...shown.matchAll(SIGN)].map((sign) => signOf(shown, sign[0], sign.index));
  return {
    text: shown,
    quoted: [...pairs(signs, "double"), ...pairs(signs, "single")].toSorted(
      (one, other) => one.start - other.start,
    ),
    struck: [...pairs(signs, "strike"), ...struckByTag(shown)].toSorted(
      (one, other) => one.start - other.start,
    ),
  };
}

function withoutCode(text: string, names: ReadonlySet<string>): string {
  const spans = codeSpans(text);
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    const span = text.slice(start, end);
    const name = span.length < 200 ? span.replaceAll("`", " ") : "";
    parts.push(text.slice(at, start));
    parts.push(names.has(name.trim().toLowerCase()) ? name : hide(span));
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}

/** Code in tags says nothing, and the text of an anchor is what its address says. */
const withoutTags = (text: string): string =>
  text.includes("</")
    ? text
        .replace(CODE_TAG, (span) => hide(span))
        .replace(ANCHOR, (all, tag: string) => {
          return tag + hide(all.slice(tag.length));
        })
    : text;

const struckByTag = (text: string): readonly Span[] =>
  text.includes("</")
    ? [...text.matchAll(STRIKE_TAG)].map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
      }))
    : [];

const hide = (span: string): string => span.replace(/[^\n]/g, HIDDEN);

type Sign = {
  readonly at: number;
  readonly length: number;
  readonly kind: "double" | "single" | "strike";
  readonly opens: boolean;
  readonly closes: boolean;
};

// A mark opens behind a blank and before a letter, and closes the other way round; an apostrophe does neither.
function signOf(text: string, sign: string, at: number): Sign {
  const before = text[at - 1] ?? " ";
  const after = text[at + sign.length] ?? " ";
  const kind = sign === "~~" ? "strike" : /["“”]/.test(sign) ? "double" : "single";
  const opens = !SPACE.test(after) && (kind === "strike" || SPACE.test(before));
  const closes = !/\s/.test(before) && (kind === "strike" || !LETTER.test(after));
  return { at, length: sign.length, kind, opens, closes };
}

function pairs(signs: readonly Sign[], kind: Sign["kind"]): readonly Span[] {
  const found: Span[] = [];
  let open: Sign | null = null;
  for (const sign of signs) {
    if (sign.kind !== kind) continue;
    if (open && sign.closes) {
      found.push({ start: open.at, end: sign.at + sign.length });
      open = null;
    } else if (!open && sign.opens) {
      open = sign;
    }
  }
  return found;
}
