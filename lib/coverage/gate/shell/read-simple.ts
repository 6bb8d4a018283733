import { type Cursor, NotAScript, readClosed, skipBlanks, take } from "./cursor.ts";
import { readWord } from "./read-word.ts";
import type { Assignment, Simple, Word } from "./script.ts";

const ASSIGNED = /[A-Za-z_]\w*(?:\[[^\]\n]*\])?\+?=/y;
const REDIRECTION = /\d*(?:&>>|&>|>>|>\||>&|<&|<>|>|<)/y;

type Simply = {
  assignments: Assignment[];
  words: Word[];
  redirections: string[];
  input: Word | null;
};

/** Reads a plain command with its assignments and redirections; null where none stands. */
export function readSimple(cursor: Cursor): Simple | null {
  const start = cursor.at;
  const read: Simply = { assignments: [], words: [], redirections: [], input: null };
  let redirected = false;
  let end = start;
  for (; ; end = cursor.at) {
    skipBlanks(cursor);
    if (readRedirection(cursor, read)) redirected = true;
    else if (read.words.length === 0 && readAssignment(cursor, read)) continue;
    else {
      const word = readWord(cursor);
      if (word === null) break;
      read.words.push(word);
    }
  }
  if (!redirected && read.words.length + read.assignments.length === 0) return null;
  return { kind: "simple", ...read, at: start, text: cursor.text.slice(start, end).trim() };
}

function readAssignment(cursor: Cursor, read: Simply): boolean {
  ASSIGNED.lastIndex = cursor.at;
  const written = ASSIGNED.exec(cursor.text)?.[0];
  if (written === undefined) return false;
  const start = cursor.at;
  cursor.at += written.length;
  const name = written.replace(/\[.*|\+?=$/g, "");
  const isPlain = !/[+[]/.test(written);
  if (take(cursor, "(")) {
    const values = readArray(cursor);
    const raw = cursor.text.slice(start, cursor.at);
    read.assignments.push({ name, values: isPlain ? values : UNKNOWN, raw });
    return true;
  }
  const value = readWord(cursor) ?? { parts: [], raw: "" };
  const raw = cursor.text.slice(start, cursor.at);
  read.assignments.push({ name, values: isPlain ? value : UNKNOWN, raw });
  return true;
}

const UNKNOWN: Word = { parts: [{ kind: "unknown" }], raw: "" };

function readArray(cursor: Cursor): readonly Word[] {
  const words: Word[] = [];
  for (;;) {
    skipBlanks(cursor);
    if (take(cursor, "\n")) continue;
    if (take(cursor, ")")) return words;
    const word = readWord(cursor);
    if (word === null) throw new NotAScript("an open list");
    words.push(word);
  }
}

function readRedirection(cursor: Cursor, read: Simply): boolean {
  const start = cursor.at;
  if (!takeRedirection(cursor, read)) return false;
  const written = cursor.text.slice(start, cursor.at);
  // `<(…)` and `>(…)` stand for a file.
  if (/^[<>]\(/.test(written)) read.words.push({ ...UNKNOWN, raw: written });
  else read.redirections.push(written.replace(/^(\d*[<>&|-]+)\s+/, "$1"));
  return true;
}

function takeRedirection(cursor: Cursor, read: Simply): boolean {
  if (take(cursor, "<<<")) {
    skipBlanks(cursor);
    read.input = readWord(cursor);
    return true;
  }
  if (take(cursor, "<<")) {
    const dashed = take(cursor, "-");
    skipBlanks(cursor);
    const end = readWord(cursor);
    const text = end?.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
    if (text === undefined) throw new NotAScript("a document without end");
    cursor.pending.push({ end: text, dashed });
    read.input = UNKNOWN;
    return true;
  }
  if (take(cursor, "<(") || take(cursor, ">(")) {
    readClosed(cursor, ")");
    return true;
  }
  REDIRECTION.lastIndex = cursor.at;
  const written = REDIRECTION.exec(cursor.text)?.[0];
  if (written === undefined) return false;
  cursor.at += written.length;
  skipBlanks(cursor);
  if (cursor.text.startsWith("<(", cursor.at) || cursor.text.startsWith(">(", cursor.at)) {
    cursor.at += 2;
    readClosed(cursor, ")");
  } else readWord(cursor);
  return true;
}
