import type { Script } from "./script.ts";

/** A place in the text of a script, from which the readers of its parts go on. */
export type Cursor = {
  readonly text: string;
  at: number;
  /** How deep the reader stands inside compound commands and substitutions. */
  depth: number;
  /** Here-documents that begin after the end of this line. */
  readonly pending: { readonly end: string; readonly dashed: boolean }[];
  /** Reads commands until one of the closing words or signs, which is left standing, or the end; carried here, since commands hold words and words hold commands. */
  readonly readList: (cursor: Cursor, ends: readonly string[]) => Script;
  /** How many signs may be read in vain by commands that turn out unreadable and are passed over; null where one spoils the whole. */
  vain: number | null;
};

/** Thrown inside the reader of scripts only, which answers with null. */
export class NotAScript extends Error {}

/** Moves past blanks, continued lines and comments, not past the end of a line. */
export function skipBlanks(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const sign = text[cursor.at];
    if (sign === " " || sign === "\t" || sign === "\r") cursor.at += 1;
    else if (sign === "\\" && text[cursor.at + 1] === "\n") cursor.at += 2;
    else if (sign === "#") cursor.at = lineEnd(text, cursor.at);
    else return;
  }
}

/** Moves past the end of a line and over the here-documents that follow it. */
export function takeNewline(cursor: Cursor): boolean {
  if (cursor.text[cursor.at] !== "\n") return false;
  cursor.at += 1;
  for (const { end, dashed } of cursor.pending.splice(0)) skipDocument(cursor, end, dashed);
  return true;
}

function skipDocument(cursor: Cursor, end: string, dashed: boolean): void {
  while (cursor.at < cursor.text.length) {
    const stop = lineEnd(cursor.text, cursor.at);
    const line = cursor.text.slice(cursor.at, stop).replace(/\r$/, "");
    cursor.at = Math.min(stop + 1, cursor.text.length);
    if ((dashed ? line.replace(/^\t+/, "") : line) === end) return;
  }
}

/** Takes a sign or a word of signs if it stands here. */
export function take(cursor: Cursor, signs: string): boolean {
  if (!cursor.text.startsWith(signs, cursor.at)) return false;
  cursor.at += signs.length;
  return true;
}

const DEPTH_MAX = 200;

/** Reads something that stands inside something else. */
export function inside<Read>(cursor: Cursor, read: () => Read): Read {
  if (cursor.depth >= DEPTH_MAX) throw new NotAScript("too deep");
  cursor.depth += 1;
  const value = read();
  cursor.depth -= 1;
  return value;
}

/** Reads commands up to a closing sign and goes behind it. */
export function readClosed(cursor: Cursor, end: string): Script {
  const script = cursor.readList(cursor, [end]);
  if (!take(cursor, end)) throw new NotAScript(`no ${end}`);
  return script;
}

/** Whether a closing word or sign stands at the cursor. */
export function standsHere(cursor: Cursor, end: string): boolean {
  if (!cursor.text.startsWith(end, cursor.at)) return false;
  if (!/^[\w\]]/.test(end)) return true;
  return !/[^\s;&|()]/.test(cursor.text[cursor.at + end.length] ?? " ");
}

/** Moves past line ends, blanks and semicolons. */
export function skipSeparators(cursor: Cursor): void {
  for (;;) {
    skipBlanks(cursor);
    if (takeNewline(cursor)) continue;
    if (cursor.text[cursor.at] !== ";" || /[;&]/.test(cursor.text[cursor.at + 1] ?? "")) return;
    cursor.at += 1;
  }
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
