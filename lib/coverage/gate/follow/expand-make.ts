import { UNKNOWN } from "./word-signs.ts";

export type MakeScope = {
  /** The text of a variable as written; null where it is not set. */
  readonly value: (name: string) => string | null;
  /** What `$(shell …)` gives. */
  readonly shell: (command: string) => string;
};

const DEPTH_MAX = 30;
const LENGTH_MAX = 50_000;

/** A text of a Makefile with its variables and functions put in; what is known only once it runs becomes a sign of its own. A variable that nobody sets is empty, as for make. */
export function expandMake(
  text: string,
  scope: MakeScope,
  args: readonly string[] = [],
  depth = 0,
): string {
  if (depth > DEPTH_MAX || text.length > LENGTH_MAX) return UNKNOWN;
  let out = "";
  for (let at = 0; at < text.length; ) {
    const cut = text.indexOf("$", at);
    if (cut < 0) return out + text.slice(at);
    out += text.slice(at, cut);
    const next = text[cut + 1] ?? "";
    if (next === "(" || next === "{") {
      const end = closing(text, cut + 1);
      out += reference(text.slice(cut + 2, end), scope, args, depth);
      at = end + 1;
    } else {
      out += next === "$" ? "$" : one(next, scope, args, depth);
      at = cut + 2;
    }
    if (out.length > LENGTH_MAX) return UNKNOWN;
  }
  return out;
}

function closing(text: string, open: number): number {
  const opener = text[open] ?? "";
  const closer = opener === "(" ? ")" : "}";
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === opener) depth += 1;
    else if (text[at] === closer) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

function one(name: string, scope: MakeScope, args: readonly string[], depth: number): string {
  if (/^\d$/.test(name)) return args[Number(name)] ?? "";
  const value = scope.value(name);
  return value === null ? "" : expandMake(value, scope, args, depth + 1);
}

function reference(
  inner: string,
  scope: MakeScope,
  args: readonly string[],
  depth: number,
): string {
  const expand = (part: string) => expandMake(part, scope, args, depth + 1);
  const called = /^\s*([a-z-]+)\s+([^]*)$/.exec(inner);
  const own = called
    ? functionOf(called[1] ?? "", called[2] ?? "", { scope, args, depth, expand })
    : null;
  if (own !== null) return own;
  const swap = /^([\w.-]+):([^=]*)=([^]*)$/.exec(inner);
  if (swap) {
    const [, name = "", from = "", to = ""] = swap;
    const pattern = from.includes("%") ? from : `%${from}`;
    const target = from.includes("%") ? to : `%${to}`;
    return words(one(name, scope, args, depth))
      .map((word) => patterned(word, pattern, target))
      .join(" ");
  }
  const name = expand(inner).trim();
  return name.includes(UNKNOWN) ? UNKNOWN : one(name, scope, args, depth);
}

type Around = {
  readonly scope: MakeScope;
  readonly args: readonly string[];
  readonly depth: number;
  readonly expand: (part: string) => string;
};

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
const isNotKnown = (text: string): boolean => text.includes(UNKNOWN);

/** What one of make's functions gives; null for a name that is none. */
function functionOf(name: string, rest: string, around: Around): string | null {
  const { expand, scope } = around;
  if (name === "shell") return scope.shell(expand(rest));
  const parts = commas(rest);
  if (name === "if") {
    const test = expand(parts[0] ?? "").trim();
    if (isNotKnown(test)) return UNKNOWN;
    return expand((test === "" ? parts.slice(2).join(",") : parts[1]) ?? "").trim();
  }
  if (name === "or") return parts.map(expand).find((part) => part.trim() !== "") ?? "";
  if (name === "and")
    return parts.map(expand).reduce((last, part) => (last.trim() === "" ? last : part), "x");
  if (name === "call") {
    const [called = "", ...given] = parts.map(expand);
    const body = scope.value(called.trim());
    return body === null
      ? ""
      : expandMake(
          body,
          scope,
          [called, ...given.map((each) => each.trimStart())],
          around.depth + 1,
        );
  }
  if (name === "foreach") {
    const [variable = "", list = "", body = ""] = parts;
    const members = words(expand(list)).slice(0, 200);
    const inside = (member: string): MakeScope => ({
      ...scope,
      value: (each) => (each === variable.trim() ? member : scope.value(each)),
    });
    return members
      .map((member) => expandMake(body, inside(member), around.args, around.depth + 1))
      .join(" ");
  }
  if (/^(eval|info|warning)$/.test(name)) return "";
  return listFunction(name, parts.map(expand));
}

function listFunction(
  name: string,
  [first = "", second = "", third = ""]: readonly string[],
): string | null {
  const each = (list: string, change: (word: string) => string) =>
    words(list).map(change).join(" ");
  if (name === "filter" || name === "filter-out") {
    if (isNotKnown(first)) return UNKNOWN;
    const fits = (word: string) => words(first).some((pattern) => stem(word, pattern) !== null);
    return words(second)
      .filter((word) => isNotKnown(word) || fits(word) === (name === "filter"))
      .join(" ");
  }
  if (name === "strip") return words(first).join(" ");
  if (name === "sort") return [...new Set(words(first))].toSorted().join(" ");
  if (name === "wildcard" || name === "realpath" || name === "abspath") return first.trim();
  if (name === "addprefix") return each(second, (word) => first + word);
  if (name === "addsuffix") return each(second, (word) => word + first);
  if (name === "subst")
    return isNotKnown(first + second)
      ? UNKNOWN
      : third.replaceAll(first === "" ? "\uE0FF" : first, second);
  if (name === "patsubst")
    return each(third, (word) => patterned(word, first.trim(), second.trim()));
  if (name === "dir") return each(first, (word) => word.replace(/[^/]*$/, "") || "./");
  if (name === "notdir") return each(first, (word) => word.replace(/^.*\//, ""));
  if (name === "firstword") return words(first)[0] ?? "";
  if (name === "lastword") return words(first).at(-1) ?? "";
  if (name === "findstring") return second.includes(first) ? first : "";
  return /^(word|words|wordlist|basename|suffix|join|origin|flavor|value|file|error|let)$/.test(
    name,
  )
    ? UNKNOWN
    : null;
}

/** What `%` stands for where a pattern fits a word; null where it does not. */
export function stem(word: string, pattern: string): string | null {
  const cut = pattern.indexOf("%");
  if (cut < 0) return word === pattern ? "" : null;
  const [head, tail] = [pattern.slice(0, cut), pattern.slice(cut + 1)];
  const fits =
    word.length >= head.length + tail.length && word.startsWith(head) && word.endsWith(tail);
  return fits ? word.slice(head.length, word.length - tail.length) : null;
}

function patterned(word: string, pattern: string, to: string): string {
  const found = stem(word, pattern);
  return found === null ? word : to.replace("%", found);
}

/** The parts between commas that stand outside of brackets. */
function commas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "(" || sign === "{") depth += 1;
    else if (sign === ")" || sign === "}") depth -= 1;
    else if (sign === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
