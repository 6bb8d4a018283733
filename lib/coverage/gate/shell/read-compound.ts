import {
  type Cursor,
  inside,
  NotAScript,
  readClosed,
  skipBlanks,
  skipSeparators,
  standsHere,
  take,
  takeNewline,
} from "./cursor.ts";
import { readSimple } from "./read-simple.ts";
import { readWord } from "./read-word.ts";
import type { Command, Script, Word } from "./script.ts";

const FUNCTION = /(?:function\s+([\w:.-]+)(?:\s*\(\s*\))?|([A-Za-z_][\w:.-]*)\s*\(\s*\))/y;

/** Reads a command that holds others: a condition, a loop, a group, a function, `[[ ]]`; null where none stands. */
export function readCompound(cursor: Cursor): Command | null {
  const command = inside(cursor, () => readHead(cursor));
  if (command === null || command.kind === "function") return command;
  const redirections = readRedirections(cursor);
  return command.kind === "while" ? { ...command, redirections } : command;
}

function readHead(cursor: Cursor): Command | null {
  if (cursor.text.startsWith("((", cursor.at)) return readArithmetic(cursor);
  if (take(cursor, "(")) return { kind: "subshell", body: readClosed(cursor, ")") };
  if (word(cursor, "[[")) return readTest(cursor);
  if (word(cursor, "{")) return { kind: "group", body: readClosed(cursor, "}") };
  if (word(cursor, "if")) return readIf(cursor);
  if (word(cursor, "for")) return readFor(cursor);
  if (word(cursor, "while")) return readWhile(cursor, false);
  if (word(cursor, "until")) return readWhile(cursor, true);
  if (word(cursor, "case")) return readCase(cursor);
  if (word(cursor, "select") || word(cursor, "coproc")) throw new NotAScript("not read");
  return readFunction(cursor);
}

/** Takes a word of the shell that stands alone. */
function word(cursor: Cursor, wanted: string): boolean {
  const next = cursor.text[cursor.at + wanted.length] ?? "\n";
  if (!cursor.text.startsWith(wanted, cursor.at) || /[^\s;&|()]/.test(next)) return false;
  cursor.at += wanted.length;
  return true;
}

function expect(cursor: Cursor, wanted: string): void {
  skipSeparators(cursor);
  if (!word(cursor, wanted)) throw new NotAScript(`no ${wanted}`);
}

function readIf(cursor: Cursor): Command {
  const branches: { condition: Script; body: Script }[] = [];
  let otherwise: Script | null = null;
  do {
    const condition = cursor.readList(cursor, ["then"]);
    expect(cursor, "then");
    branches.push({ condition, body: cursor.readList(cursor, ["elif", "else", "fi"]) });
  } while (word(cursor, "elif"));
  if (word(cursor, "else")) otherwise = cursor.readList(cursor, ["fi"]);
  expect(cursor, "fi");
  return { kind: "if", branches, otherwise };
}

function readFor(cursor: Cursor): Command {
  skipBlanks(cursor);
  if (cursor.text.startsWith("((", cursor.at)) {
    readArithmetic(cursor);
    return { kind: "for", name: "", words: [ONCE], body: readBody(cursor) };
  }
  const [part] = readWord(cursor)?.parts ?? [];
  if (part?.kind !== "text") throw new NotAScript("a loop over nothing");
  const words: Word[] = [];
  skipSeparators(cursor);
  if (word(cursor, "in")) {
    for (skipBlanks(cursor); ; skipBlanks(cursor)) {
      const read = readWord(cursor);
      if (read === null) break;
      words.push(read);
    }
  } else words.push(ARGUMENTS);
  return { kind: "for", name: part.text, words, body: readBody(cursor) };
}

const ONCE: Word = { parts: [{ kind: "unknown" }], raw: "1" };
const ARGUMENTS: Word = { parts: [{ kind: "unknown" }], raw: '"$@"' };

function readBody(cursor: Cursor): Script {
  expect(cursor, "do");
  const body = cursor.readList(cursor, ["done"]);
  expect(cursor, "done");
  return body;
}

function readWhile(cursor: Cursor, until: boolean): Command {
  const condition = cursor.readList(cursor, ["do"]);
  return { kind: "while", until, condition, body: readBody(cursor), redirections: [] };
}

function readCase(cursor: Cursor): Command {
  skipBlanks(cursor);
  const subject = readWord(cursor);
  if (subject === null) throw new NotAScript("a case of nothing");
  expect(cursor, "in");
  const arms: { patterns: Word[]; body: Script }[] = [];
  for (skipSeparators(cursor); !word(cursor, "esac"); skipSeparators(cursor)) {
    take(cursor, "(");
    const patterns: Word[] = [];
    do {
      skipBlanks(cursor);
      const pattern = readWord(cursor);
      if (pattern === null) throw new NotAScript("a case without pattern");
      patterns.push(pattern);
      skipBlanks(cursor);
    } while (take(cursor, "|"));
    if (!take(cursor, ")")) throw new NotAScript("a case without bracket");
    arms.push({ patterns, body: cursor.readList(cursor, [";;", ";&", "esac"]) });
    if (!take(cursor, ";;&") && !take(cursor, ";;")) take(cursor, ";&");
  }
  return { kind: "case", word: subject, arms };
}

/** The words of `[[ ]]`; its signs that a script reads otherwise are words here. */
function readTest(cursor: Cursor): Command {
  const words: Word[] = [];
  const at = cursor.at - 2;
  for (;;) {
    skipBlanks(cursor);
    if (takeNewline(cursor)) continue;
    if (standsHere(cursor, "]]")) {
      cursor.at += 2;
      return { kind: "test", words, at, text: cursor.text.slice(at, cursor.at) };
    }
    const sign = /&&|\|\||[()<>|]/y;
    sign.lastIndex = cursor.at;
    const operator = sign.exec(cursor.text)?.[0];
    if (operator !== undefined) {
      cursor.at += operator.length;
      words.push({ parts: [{ kind: "text", text: operator, quoted: false }], raw: operator });
      continue;
    }
    const read = readWord(cursor);
    if (read === null) throw new NotAScript("an open test");
    words.push(read);
  }
}

function readArithmetic(cursor: Cursor): Command {
  const end = cursor.text.indexOf("))", cursor.at);
  if (end < 0) throw new NotAScript("an open sum");
  const text = cursor.text.slice(cursor.at + 2, end);
  cursor.at = end + 2;
  return { kind: "arithmetic", text };
}

function readFunction(cursor: Cursor): Command | null {
  FUNCTION.lastIndex = cursor.at;
  const match = FUNCTION.exec(cursor.text);
  const name = match?.[1] ?? match?.[2];
  if (!match || name === undefined) return null;
  cursor.at += match[0].length;
  do skipBlanks(cursor);
  while (takeNewline(cursor));
  const body = readCompound(cursor);
  if (body === null) throw new NotAScript("a function without body");
  return { kind: "function", name, body };
}

/** Where the output of a compound command goes says nothing of how it ends. */
function readRedirections(cursor: Cursor): readonly string[] {
  skipBlanks(cursor);
  if (!/[\d<>]/.test(cursor.text[cursor.at] ?? "") && !cursor.text.startsWith("&>", cursor.at))
    return [];
  const read = readSimple(cursor);
  if (read?.words.length) throw new NotAScript("words after a group");
  return read?.redirections ?? [];
}
