import { joined, type Literal, merged, OPEN } from "./literal.ts";
import { type Reader, skipPast, skipTo, skipValue } from "./literal-reader.ts";
import { type LiteralToken, literalTokens } from "./literal-tokens.ts";

const DEPTH_MAX = 60;
const STEPS_MAX = 400_000;

/** What a configuration file exports, as far as it says so outright: objects, lists, texts, regular expressions, names declared in the file, spreads, and functions that return an object; open where it does not. */
export function readLiteral(source: string): Literal {
  const tokens = literalTokens(source);
  const names = new Map<string, number>();
  let exported = tokens[0]?.text === "{" ? 0 : -1;
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== "name") continue;
    const next = tokens[at + 1]?.text;
    if (/^(const|let|var)$/.test(text)) {
      const equals = valueStart(tokens, at + 2);
      if (equals !== null && next !== undefined) names.set(next, equals);
    } else if (text === "function" && next !== undefined) names.set(next, at);
    else if (text === "export" && next === "default") exported = at + 2;
    else if (
      text === "module" &&
      tokens[at + 2]?.text === "exports" &&
      tokens[at + 3]?.text === "="
    )
      exported = at + 4;
  }
  return exported < 0 ? OPEN : valueAt({ tokens, names, at: exported, depth: 0, steps: 0 });
}

/** Behind the `=` of a declaration, past its type. */
function valueStart(tokens: readonly LiteralToken[], from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + 60); at += 1) {
    const text = tokens[at]?.text;
    if (text === "=") return at + 1;
    if (text === ";") return null;
  }
  return null;
}

function valueAt(reader: Reader): Literal {
  reader.steps += 1;
  if (reader.steps > STEPS_MAX) reader.at = reader.tokens.length;
  if (reader.depth > DEPTH_MAX) skipPast(reader);
  if (reader.depth > DEPTH_MAX || reader.steps > STEPS_MAX) return OPEN;
  reader.depth += 1;
  const value = primary(reader);
  reader.depth -= 1;
  const next = reader.tokens[reader.at];
  if (next?.kind === "name" && /^(as|satisfies)$/.test(next.text)) {
    skipValue(reader);
    return value;
  }
  if (
    next === undefined ||
    /^[,;)\]}]$/.test(next.text) ||
    (next.kind === "name" && value.kind !== "open")
  )
    return value;
  // More of an expression follows, so the value is not said outright.
  skipValue(reader);
  return OPEN;
}

function primary(reader: Reader): Literal {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (!token) return OPEN;
  if (token.kind === "text") return { kind: "text", text: unescaped(token.text) };
  if (token.kind === "template")
    return token.text.includes("${") ? OPEN : { kind: "text", text: token.text };
  if (token.kind === "number")
    return { kind: "plain", value: Number(token.text.replace(/_/g, "")) };
  if (token.kind === "regex") return regexOf(token.text);
  if (token.text === "{") return record(reader);
  if (token.text === "[") return list(reader);
  if (token.text === "(") return parenthesis(reader);
  return token.kind === "name" ? name(reader, token.text) : OPEN;
}

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (_all, sign: string) => (sign === "n" ? "\n" : sign));

function regexOf(text: string): Literal {
  const end = text.lastIndexOf("/");
  return {
    kind: "regex",
    source: text.slice(1, end).replace(/\\\//g, "/"),
    ignoreCase: text.slice(end).includes("i"),
  };
}

/** `(value)`, or the head of a function `() => …`. */
function parenthesis(reader: Reader): Literal {
  const start = reader.at;
  skipTo(reader, ")");
  reader.at += 1;
  if (reader.tokens[reader.at]?.text === "=>") return body(reader);
  const after = reader.at;
  reader.at = start;
  const value = valueAt(reader);
  reader.at = after;
  return value;
}

/** What a function returns, from its `=>` on: its value, or that of its last `return`. */
function body(reader: Reader): Literal {
  reader.at += 1;
  return reader.tokens[reader.at]?.text === "{" ? returned(reader) : valueAt(reader);
}

function returned(reader: Reader): Literal {
  reader.at += 1;
  let value: Literal = OPEN;
  for (let open = 1; reader.at < reader.tokens.length && open > 0; ) {
    const { text, kind } = reader.tokens[reader.at] ?? { text: "", kind: "sign" };
    if (kind === "name" && text === "return" && open === 1) {
      reader.at += 1;
      value = valueAt(reader);
      continue;
    }
    if (kind === "sign" && /^[{([]$/.test(text)) open += 1;
    if (kind === "sign" && /^[})\]]$/.test(text)) open -= 1;
    reader.at += 1;
  }
  return value;
}

function name(reader: Reader, text: string): Literal {
  if (text === "true" || text === "false") return { kind: "plain", value: text === "true" };
  if (text === "null" || text === "undefined") return { kind: "plain", value: null };
  if (text === "async") return primary(reader);
  if (text === "function") {
    skipTo(reader, "{");
    return returned(reader);
  }
  const next = reader.tokens[reader.at]?.text;
  if (next === "=>") return body(reader);
  if (next === "." || next === "(") return called(reader, text);
  const at = reader.names.get(text);
  return at === undefined ? OPEN : elsewhere(reader, at);
}

function elsewhere(reader: Reader, at: number): Literal {
  const there: Reader = { ...reader, at };
  const value = valueAt(there);
  reader.steps = there.steps;
  return value;
}

const GIVES_LAST =
  /^(defineConfig|defineProject|defineWorkspace|mergeConfig|withNuxt|defineVitestConfig|createJestConfig|config)$/;

/** A call or a member: the ones that hand their argument back, and paths that are joined. */
function called(reader: Reader, text: string): Literal {
  let full = text;
  while (reader.tokens[reader.at]?.text === ".") {
    full += `.${reader.tokens[reader.at + 1]?.text ?? ""}`;
    reader.at += 2;
  }
  if (reader.tokens[reader.at]?.text !== "(") {
    // The runner's own list of what it leaves out holds no file of a repository.
    return /(^|\.)exclude$/.test(full) ? { kind: "list", members: [], whole: true } : OPEN;
  }
  reader.at += 1;
  const args = members(reader, ")").members;
  if (/^(path\.)?(resolve|join)$/.test(full)) return joined(args);
  if (/^(defineConfig|defineProject|defineWorkspace)$/.test(full)) return args[0] ?? OPEN;
  return GIVES_LAST.test(full) ? merged(args) : OPEN;
}

function list(reader: Reader): Literal {
  return { kind: "list", ...members(reader, "]") };
}

function members(reader: Reader, closer: string): { members: Literal[]; whole: boolean } {
  const found: Literal[] = [];
  let whole = true;
  while (reader.at < reader.tokens.length) {
    const { text } = reader.tokens[reader.at] ?? { text: "" };
    if (text === closer && reader.tokens[reader.at]?.kind === "sign") {
      reader.at += 1;
      break;
    }
    const spread = text === "...";
    if (text === "," || spread) reader.at += 1;
    if (text === ",") continue;
    const value = valueAt(reader);
    if (!spread) found.push(value);
    else if (value.kind === "list") found.push(...value.members);
    else whole = false;
  }
  return { members: found, whole };
}

function record(reader: Reader): Literal {
  const entries = new Map<string, Literal>();
  let whole = true;
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at] ?? { kind: "sign" as const, text: "}" };
    reader.at += 1;
    if (token.kind === "sign" && token.text === "}") break;
    if (token.kind === "sign" && token.text === ",") continue;
    if (token.text === "...") {
      const value = valueAt(reader);
      if (value.kind !== "record") whole = false;
      else for (const [key, own] of value.entries) entries.set(key, own);
    } else if (reader.tokens[reader.at]?.text === ":") {
      reader.at += 1;
      entries.set(token.text, valueAt(reader));
    } else if (token.kind === "name" && /^[,}]$/.test(reader.tokens[reader.at]?.text ?? "")) {
      const at = reader.names.get(token.text);
      entries.set(token.text, at === undefined ? OPEN : elsewhere(reader, at));
    } else skipValue(reader);
  }
  return { kind: "record", entries, whole };
}
