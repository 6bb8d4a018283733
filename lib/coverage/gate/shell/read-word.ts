import { type Cursor, inside, NotAScript, readClosed, take } from "./cursor.ts";
import type { Part, Word } from "./script.ts";

const ENDS = /[\s;&|()<>]/;
const PLAIN = /[^\s;&|()<>'"\\$`]+/y;
const NAME = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;

/** Reads one word of a script where the cursor stands; null where none does. */
export function readWord(cursor: Cursor): Word | null {
  const parts: Part[] = [];
  const start = cursor.at;
  for (;;) {
    const sign = cursor.text[cursor.at];
    if (sign === undefined || ENDS.test(sign)) break;
    parts.push(...readPart(cursor, sign));
  }
  return parts.length === 0 ? null : { parts, raw: cursor.text.slice(start, cursor.at) };
}

function readPart(cursor: Cursor, sign: string): readonly Part[] {
  if (sign === "'") return [readSingle(cursor)];
  if (sign === '"') return readDouble(cursor);
  if (sign === "$") return [readDollar(cursor, false)];
  if (sign === "`") return [readBackticks(cursor)];
  if (sign === "\\") {
    cursor.at += 2;
    const text = cursor.text[cursor.at - 1] ?? "";
    return [{ kind: "text", text: text === "\n" ? "" : text, quoted: true }];
  }
  PLAIN.lastIndex = cursor.at;
  const text = PLAIN.exec(cursor.text)?.[0] ?? sign;
  cursor.at += text.length;
  return [{ kind: "text", text, quoted: false }];
}

function readSingle(cursor: Cursor): Part {
  const text = until(cursor, cursor.at + 1, "'");
  return text.includes("${{") ? { kind: "unknown" } : { kind: "text", text, quoted: true };
}

function readDouble(cursor: Cursor): readonly Part[] {
  const parts: Part[] = [{ kind: "text", text: "", quoted: true }];
  cursor.at += 1;
  for (;;) {
    const sign = cursor.text[cursor.at];
    if (sign === undefined) throw new NotAScript("an open quote");
    if (take(cursor, '"')) return parts;
    if (sign === "$") parts.push(readDollar(cursor, true));
    else if (sign === "`") parts.push(readBackticks(cursor));
    else if (sign === "\\") {
      const next = cursor.text[cursor.at + 1] ?? "";
      cursor.at += 2;
      const text = next === "\n" ? "" : /[$`"\\]/.test(next) ? next : `\\${next}`;
      parts.push({ kind: "text", text, quoted: true });
    } else {
      const rest = /[^"$`\\]+/y;
      rest.lastIndex = cursor.at;
      const text = rest.exec(cursor.text)?.[0] ?? sign;
      cursor.at += text.length;
      parts.push({ kind: "text", text, quoted: true });
    }
  }
}

/** What begins with `$`: a variable, a substitution, an expression of the forge, or the sign alone. */
function readDollar(cursor: Cursor, quoted: boolean): Part {
  if (take(cursor, "${{")) {
    until(cursor, cursor.at, "}}");
    return { kind: "unknown" };
  }
  if (take(cursor, "$((")) {
    return { kind: "sum", text: until(cursor, cursor.at, "))") };
  }
  if (take(cursor, "$(")) {
    return { kind: "command", script: inside(cursor, () => readClosed(cursor, ")")) };
  }
  if (take(cursor, "${")) return readBraces(cursor, quoted);
  if (!quoted && cursor.text[cursor.at + 1] === "'") {
    cursor.at += 1;
    return readSingle(cursor);
  }
  cursor.at += 1;
  NAME.lastIndex = cursor.at;
  const name = NAME.exec(cursor.text)?.[0];
  if (name === undefined) return { kind: "text", text: "$", quoted };
  cursor.at += name.length;
  return { kind: "variable", name, otherwise: null, index: null, quoted };
}

const BRACED = /^([A-Za-z_]\w*|[0-9?#@*$!-])(?:\[([^\]]*)\])?(?::?-([^]*))?$/;

function readBraces(cursor: Cursor, quoted: boolean): Part {
  const start = cursor.at;
  for (let open = 1; open > 0; cursor.at += 1) {
    const sign = cursor.text[cursor.at];
    if (sign === undefined) throw new NotAScript("an open brace");
    if (sign === "\\") cursor.at += 1;
    else if (sign === "{") open += 1;
    else if (sign === "}") open -= 1;
  }
  const match = BRACED.exec(cursor.text.slice(start, cursor.at - 1));
  const [, name, index, otherwise] = match ?? [];
  if (name === undefined || /[$`]/.test(otherwise ?? "")) return { kind: "unknown" };
  const bare = otherwise?.replace(/^(["'])([^"']*)\1$/, "$2");
  return { kind: "variable", name, otherwise: bare ?? null, index: index ?? null, quoted };
}

function readBackticks(cursor: Cursor): Part {
  until(cursor, cursor.at + 1, "`");
  return { kind: "unknown" };
}

/** The text up to an end, behind which the cursor goes. */
function until(cursor: Cursor, from: number, end: string): string {
  const stop = cursor.text.indexOf(end, from);
  if (stop < 0) throw new NotAScript(`no ${end}`);
  cursor.at = stop + end.length;
  return cursor.text.slice(from, stop);
}
