export type Takes = (code: number) => boolean;

export type Tree =
  | { readonly kind: "take"; readonly takes: Takes }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "all"; readonly parts: readonly Tree[] }
  | { readonly kind: "any"; readonly parts: readonly Tree[] }
  | { readonly kind: "many"; readonly part: Tree; readonly least: number; readonly most: number };

const DEPTH_MAX = 40;
const COPIES_MAX = 30;
const CLASSES: Readonly<Record<string, Takes>> = {
  d: (code) => code >= 48 && code <= 57,
  w: (code) =>
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95,
  s: (code) => code === 32 || (code >= 9 && code <= 13) || code === 160,
};
const SIGNS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, "0": 0 };

/** A regular expression as a tree; null where it uses what cannot be matched in linear time or is not known here: looking ahead or behind, references, word boundaries, long counts. */
export function readRegex(source: string): Tree | null {
  const reader: Reader = { source, at: 0, depth: 0 };
  const tree = alternatives(reader);
  return reader.at === source.length ? tree : null;
}

type Reader = { readonly source: string; at: number; depth: number };

function alternatives(reader: Reader): Tree | null {
  if (reader.depth > DEPTH_MAX) return null;
  const parts: Tree[] = [];
  for (;;) {
    const part = sequence(reader);
    if (part === null) return null;
    parts.push(part);
    if (reader.source[reader.at] !== "|") break;
    reader.at += 1;
  }
  return parts.length === 1 ? (parts[0] ?? null) : { kind: "any", parts };
}

function sequence(reader: Reader): Tree | null {
  const parts: Tree[] = [];
  while (reader.at < reader.source.length) {
    const sign = reader.source[reader.at];
    if (sign === "|" || sign === ")") break;
    const single = one(reader);
    const part = single && repeated(reader, single);
    if (part === null) return null;
    parts.push(part);
  }
  return { kind: "all", parts };
}

function one(reader: Reader): Tree | null {
  const sign = reader.source[reader.at] ?? "";
  reader.at += 1;
  if (sign === "(") return group(reader);
  if (sign === "[") return set(reader);
  if (sign === "^") return { kind: "start" };
  if (sign === "$") return { kind: "end" };
  if (sign === ".") return { kind: "take", takes: (code) => code !== 10 };
  if (/[*+?]/.test(sign)) return null;
  const takes = sign === "\\" ? escaped(reader) : same(sign.charCodeAt(0));
  return takes && { kind: "take", takes };
}

function group(reader: Reader): Tree | null {
  const opening = /^\?(?::|<[A-Za-z]\w{0,60}>)/.exec(
    reader.source.slice(reader.at, reader.at + 70),
  );
  if (opening) reader.at += opening[0].length;
  else if (reader.source[reader.at] === "?") return null;
  reader.depth += 1;
  const inner = alternatives(reader);
  reader.depth -= 1;
  if (inner === null || reader.source[reader.at] !== ")") return null;
  reader.at += 1;
  return inner;
}

function repeated(reader: Reader, part: Tree): Tree | null {
  const counts = /^(?:\*|\+|\?|\{(\d{1,3})(,)?(\d{0,3})\})\??/.exec(
    reader.source.slice(reader.at, reader.at + 12),
  );
  if (!counts) return part;
  reader.at += counts[0].length;
  const sign = counts[0][0];
  if (sign === "*") return { kind: "many", part, least: 0, most: Infinity };
  if (sign === "+") return { kind: "many", part, least: 1, most: Infinity };
  if (sign === "?") return { kind: "many", part, least: 0, most: 1 };
  const least = Number(counts[1]);
  const open = counts[3] === "" ? Infinity : Number(counts[3]);
  const most = counts[2] === undefined ? least : open;
  return Math.max(least, most === Infinity ? 0 : most) > COPIES_MAX
    ? null
    : { kind: "many", part, least, most };
}

const same =
  (wanted: number): Takes =>
  (code) =>
    code === wanted;

function escaped(reader: Reader): Takes | null {
  const sign = reader.source[reader.at] ?? "";
  reader.at += 1;
  const known = CLASSES[sign.toLowerCase()];
  if (known) return sign === sign.toLowerCase() ? known : (code) => !known(code);
  const code = SIGNS[sign];
  if (code !== undefined) return same(code);
  return sign === "" || /[A-Za-z1-9]/.test(sign) ? null : same(sign.charCodeAt(0));
}

function set(reader: Reader): Tree | null {
  const negated = reader.source[reader.at] === "^";
  if (negated) reader.at += 1;
  const members: Takes[] = [];
  for (let first = true; ; first = false) {
    const sign = reader.source[reader.at];
    if (sign === undefined) return null;
    if (sign === "]" && !first) break;
    const member = memberOf(reader);
    if (member === null) return null;
    members.push(member);
  }
  reader.at += 1;
  const holds: Takes = (code) => members.some((member) => member(code));
  return { kind: "take", takes: negated ? (code) => !holds(code) : holds };
}

function memberOf(reader: Reader): Takes | null {
  const sign = reader.source[reader.at] ?? "";
  reader.at += 1;
  const from = sign.charCodeAt(0);
  if (sign === "\\") return escaped(reader);
  const to = reader.source[reader.at + 1];
  if (reader.source[reader.at] !== "-" || to === undefined || to === "]" || to === "\\")
    return same(from);
  reader.at += 2;
  const last = to.charCodeAt(0);
  return (code) => code >= from && code <= last;
}
