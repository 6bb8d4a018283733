import type { Word } from "../../shell/script.ts";
import { fits, sign, star } from "../../trigger/pattern.ts";
import { expand, literal } from "./expand.ts";
import type { State } from "./state.ts";

type Test = { readonly words: readonly Word[]; readonly state: State; at: number };

/** Whether what stands in `[ ]` or `[[ ]]` holds; null when only a running shell knows. */
export function holds(words: readonly Word[], state: State): boolean | null {
  const test: Test = { words, state, at: 0 };
  const value = either(test);
  return test.at >= words.length ? value : null;
}

function either(test: Test): boolean | null {
  let value = both(test);
  while (takes(test, /^(\|\||-o)$/)) value = settled(value, both(test), true);
  return value;
}

function both(test: Test): boolean | null {
  let value = single(test);
  while (takes(test, /^(&&|-a)$/)) value = settled(value, single(test), false);
  return value;
}

function settled(left: boolean | null, right: boolean | null, by: boolean): boolean | null {
  if (left === by || right === by) return by;
  return left === null || right === null ? null : !by;
}

function single(test: Test): boolean | null {
  let negated = false;
  while (takes(test, /^!$/)) negated = !negated;
  const value = takes(test, /^\($/) ? grouped(test) : compared(test);
  return value === null ? null : value !== negated;
}

function grouped(test: Test): boolean | null {
  const value = either(test);
  return takes(test, /^\)$/) ? value : null;
}

function takes(test: Test, wanted: RegExp): boolean {
  if (!wanted.test(signOf(test.words[test.at]))) return false;
  test.at += 1;
  return true;
}

/** A word that stands there bare, so that it can be an operator. */
function signOf(word: Word | undefined): string {
  const [part] = word?.parts ?? [];
  return part?.kind === "text" && !part.quoted ? (literal(word) ?? "") : "";
}

function compared(test: Test): boolean | null {
  const { words, state } = test;
  const first = words[test.at];
  if (!first) return false;
  const unary = signOf(first);
  if (/^-[a-zA-Z]$/.test(unary) && words[test.at + 1]) {
    const value = expand(words[test.at + 1] ?? first, state);
    test.at += 2;
    if (value === null) return null;
    return unary === "-n" ? value !== "" : unary === "-z" ? value === "" : null;
  }
  const operator = signOf(words[test.at + 1]);
  if (!/^(=|==|!=|=~|<|>|-(eq|ne|lt|le|gt|ge|nt|ot|ef))$/.test(operator)) {
    const value = expand(first, state);
    test.at += 1;
    return value === null ? null : value !== "";
  }
  test.at += 2;
  const left = expand(first, state);
  if (operator === "=~") return matches(left, rest(test));
  const right = words[test.at];
  test.at += 1;
  return right ? compare(operator, left, right, state) : null;
}

function compare(operator: string, left: string | null, word: Word, state: State): boolean | null {
  const right = expand(word, state);
  if (left === null || right === null) return null;
  if (/^(=|==|!=)$/.test(operator)) return patternFits(word, right, left) === (operator !== "!=");
  const [a, b] = [Number(left), Number(right)];
  if (left === "" || right === "" || Number.isNaN(a) || Number.isNaN(b)) return null;
  switch (operator) {
    case "-eq":
      return a === b;
    case "-ne":
      return a !== b;
    case "-lt":
      return a < b;
    case "-le":
      return a <= b;
    case "-gt":
      return a > b;
    case "-ge":
      return a >= b;
    default:
      return null;
  }
}

/** Whether a text fits what stands to the right of `==` or in a `case`, where `*` and `?` mean any signs. */
export function patternFits(word: Word, pattern: string, text: string): boolean {
  if (word.parts.every((part) => part.kind === "text" && part.quoted)) return pattern === text;
  const any = () => true;
  const atoms = Array.from(pattern).map((each) =>
    each === "*"
      ? star(any)
      : each === "?"
        ? { takes: any, repeats: false, skips: [] }
        : sign(each),
  );
  return fits(atoms, text);
}

function rest(test: Test): string | null {
  let text: string | null = "";
  for (; test.at < test.words.length && !/^(&&|\|\|)$/.test(signOf(test.words[test.at])); ) {
    const word = test.words[test.at];
    const value = word ? expand(word, test.state) : null;
    text = text === null || value === null ? null : text + value;
    test.at += 1;
  }
  return text;
}

/** Only expressions that list plain words are worked out: `^(success|skipped)$`. */
function matches(text: string | null, expression: string | null): boolean | null {
  const match = /^(\^?)\(?([\w|]+)\)?(\$?)$/.exec(expression ?? "");
  if (text === null || !match) return null;
  const [, start, words = "", end] = match;
  return words.split("|").some((word) => {
    if (start && end) return text === word;
    if (start) return text.startsWith(word);
    return end ? text.endsWith(word) : text.includes(word);
  });
}
