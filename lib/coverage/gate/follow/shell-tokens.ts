export type Token = {
  readonly kind: "word" | "sign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Line within the script, counted from 0. */
  readonly line: number;
};

const SIGNS = [
  "&>>", "<<<", "<<-", ";;&",
  "&&", "||", ";;", ";&", "|&", "&>", ">>", ">&", "<&", "<<", ">|",
  ";", "|", "&", "(", ")", "<", ">",
]; // biome-ignore format: a table
const NESTED_MAX = 200;

/** The words and signs of a shell script in order, quotes kept; comments and the text of here-documents are left out. A line's end is a sign of its own. */
export function shellTokens(script: string): readonly Token[] {
  const tokens: Token[] = [];
  const documents: string[] = [];
  let at = 0;
  let line = 0;
  const push = (kind: Token["kind"], end: number) => {
    const text = script.slice(at, end);
    tokens.push({ kind, text, start: at, end, line });
    if (kind === "word") line += linesIn(text);
    at = end;
  };
  while (at < script.length) {
    const sign = script[at] ?? "";
    if (sign === "\n") {
      push("sign", at + 1);
      line += 1;
      const skipped = endOfDocuments(script, at, documents.splice(0));
      line += linesIn(script.slice(at, skipped));
      at = skipped;
    } else if (sign === " " || sign === "\t" || sign === "\r") at += 1;
    else if (sign === "\\" && script[at + 1] === "\n") {
      at += 2;
      line += 1;
    } else if (sign === "#") at = lineEnd(script, at);
    else {
      const operator = /[;&|()<>]/.test(sign) ? signAt(script, at) : null;
      if (operator === null) push("word", wordEnd(script, at));
      else push("sign", at + operator.length);
      const [before, last] = [tokens.at(-2), tokens.at(-1)];
      if (last?.kind === "word" && (before?.text === "<<" || before?.text === "<<-"))
        documents.push(last.text.replace(/['"\\]/g, ""));
    }
  }
  return tokens;
}

function signAt(script: string, at: number): string | null {
  // `<(…)` stands for a file, so it belongs to a word.
  if (/^[<>]\($/.test(script.slice(at, at + 2))) return null;
  return SIGNS.find((sign) => script.startsWith(sign, at)) ?? null;
}

function lineEnd(script: string, at: number): number {
  const end = script.indexOf("\n", at);
  return end < 0 ? script.length : end;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** Where the script goes on after here-documents that end in these words. */
function endOfDocuments(script: string, from: number, ends: readonly string[]): number {
  let at = from;
  for (const end of ends) {
    while (at < script.length) {
      const stop = lineEnd(script, at);
      const text = script.slice(at, stop);
      at = Math.min(stop + 1, script.length);
      if (text.trim() === end) break;
    }
  }
  return at;
}

/** Where a word that starts here ends: at a blank or a sign outside of quotes and expansions. */
function wordEnd(script: string, start: number): number {
  const closers: string[] = [];
  let at = start;
  while (at < script.length) {
    const sign = script[at] ?? "";
    const top = closers.at(-1);
    if (top === undefined && at > start && /[\s;&|<>()]/.test(sign)) {
      if (sign !== "(" || !/^[A-Za-z_]\w*\+?=$/.test(script.slice(Math.max(start, at - 80), at)))
        break;
    }
    if (top === "'" || top === "}}") {
      const end = script.indexOf(top, at);
      if (end < 0) return script.length;
      closers.pop();
      at = end + top.length;
      continue;
    }
    if (sign === "\\") {
      at += 2;
      continue;
    }
    at += step({ script, at, sign, top, closers });
    if (closers.length > NESTED_MAX) return lineEnd(script, at);
  }
  return Math.min(at, script.length);
}

type Place = {
  readonly script: string;
  readonly at: number;
  readonly sign: string;
  readonly top: string | undefined;
  readonly closers: string[];
};

/** Opens or closes what this sign opens or closes; how many signs were read. */
function step({ script, at, sign, top, closers }: Place): number {
  if (sign === top) {
    closers.pop();
    return 1;
  }
  const open = (closer: string, length: number): number => {
    closers.push(closer);
    return length;
  };
  if (sign === "'" && top !== '"') return open("'", 1);
  if (sign === '"' || sign === "`") return open(sign, 1);
  if (sign === "$" || sign === "<" || sign === ">") {
    if (script.startsWith("${{", at)) return open("}}", 3);
    if (sign === "$" && script[at + 1] === "{") return open("}", 2);
    if (script[at + 1] === "(" && (sign === "$" || top === undefined)) return open(")", 2);
  }
  if (sign === "(" && (top === ")" || top === undefined)) return open(")", 1);
  return 1;
}
