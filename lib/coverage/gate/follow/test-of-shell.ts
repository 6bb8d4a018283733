import { globMatcher } from "./glob-match.ts";
import { isUnknown } from "./word-signs.ts";

export type Exists = (word: string) => boolean | null;

/** Whether a command such as `test -n "$A"` or `[[ a == b ]]` succeeds, its words expanded; null where it is no such command or that cannot be told. */
export function testHolds(words: readonly string[], exists: Exists): boolean | null {
  const [program = ""] = words;
  if (program === "true" || program === ":") return true;
  if (program === "false") return false;
  if (program === "test") return either(words.slice(1), exists);
  if (program === "[" || program === "[[") return either(words.slice(1, -1), exists);
  return null;
}

/** Whether one of the patterns of a `case` branch takes a value; null where that cannot be told. */
export function patternTakes(patterns: readonly string[], value: string): boolean | null {
  if (patterns.includes("*")) return true;
  if (isUnknown(value)) return null;
  const takes = patterns.map((pattern) => globMatcher(pattern)?.(value) ?? null);
  if (takes.includes(true)) return true;
  return takes.includes(null) ? null : false;
}

function either(words: readonly string[], exists: Exists): boolean | null {
  return joined(words, /^(\|\||-o)$/, true, (part) =>
    joined(part, /^(&&|-a)$/, false, (each) => single(each, exists)),
  );
}

/** Parts that are joined by `or` (one settles it when true) or by `and` (when false). */
function joined(
  words: readonly string[],
  sign: RegExp,
  settles: boolean,
  ask: (part: readonly string[]) => boolean | null,
): boolean | null {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (sign.test(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  const answers = parts.map(ask);
  if (answers.includes(settles)) return settles;
  return answers.includes(null) ? null : !settles;
}

function single(words: readonly string[], exists: Exists): boolean | null {
  const [first = "", second = "", third] = words;
  if (first === "!") {
    const held = single(words.slice(1), exists);
    return held === null ? null : !held;
  }
  if (words.some(isUnknown)) return null;
  if (words.length === 1) return first !== "";
  if (words.length === 2) {
    if (first === "-z") return second === "";
    if (first === "-n") return second !== "";
    return /^-[efdrsx]$/.test(first) ? exists(second) : null;
  }
  if (third === undefined || words.length > 3) return words.length === 0 ? false : null;
  if (second === "=" || second === "==") return /[*?[]/.test(third) ? null : first === third;
  if (second === "!=") return /[*?[]/.test(third) ? null : first !== third;
  return null;
}
