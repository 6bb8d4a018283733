import { call } from "./call.ts";
import { type Before, type Contexts, isEqual, isLess, isTrue, type Value } from "./value.ts";

const TOKEN =
  /'(?:[^']|'')*'|&&|\|\||[!=<>]=|[A-Za-z_][\w-]*(?:\.(?:[A-Za-z_][\w-]*|\*))*|\.(?:[A-Za-z_][\w-]*|\*)|-?\d[\w.]*|\S/g;
const NAME = /^[A-Za-z_]/;
const DEPTH_MAX = 100;

export type Asked = { readonly contexts: Contexts; readonly before: Before };

/** The value of one expression of a workflow file, without its `${{ }}`; undefined when it cannot be told. Source: the expressions of GitHub Actions, which Gitea and Forgejo follow. */
export function evaluate(text: string, asked: Asked): Value | undefined {
  const reader = new Reader(text.match(TOKEN) ?? [], asked);
  const value = reader.either();
  return reader.atEnd() ? value : undefined;
}

/** Reads one expression from left to right; `undefined` stands for a value that cannot be told. */
class Reader {
  #at = 0;
  #depth = 0;
  readonly #tokens: readonly string[];
  readonly #asked: Asked;

  constructor(tokens: readonly string[], asked: Asked) {
    this.#tokens = tokens;
    this.#asked = asked;
  }

  atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  either(): Value | undefined {
    // Nobody nests so deep; a file that does is not worth a full stack.
    if (this.#depth > DEPTH_MAX) return undefined;
    this.#depth += 1;
    let left = this.#both();
    while (this.#take("||")) left = combined(left, this.#both(), true);
    this.#depth -= 1;
    return left;
  }

  #both(): Value | undefined {
    let left = this.#compared();
    while (this.#take("&&")) left = combined(left, this.#compared(), false);
    return left;
  }

  #compared(): Value | undefined {
    const left = this.#single();
    if (this.#take("==")) return isEqual(left, this.#single());
    if (this.#take("!=")) return opposite(isEqual(left, this.#single()));
    if (this.#take("<")) return isLess(left, this.#single());
    if (this.#take(">=")) return opposite(isLess(left, this.#single()));
    if (this.#take(">")) return isLess(this.#single(), left);
    if (this.#take("<=")) return opposite(isLess(this.#single(), left));
    return left;
  }

  #single(): Value | undefined {
    let negations = 0;
    while (this.#take("!")) negations += 1;
    const value = this.#operand();
    if (negations === 0 || value === undefined) return value;
    return isTrue(value) === (negations % 2 === 0);
  }

  #operand(): Value | undefined {
    if (this.#take("(")) {
      const value = this.either();
      return this.#take(")") ? this.#member(value) : undefined;
    }
    const token = this.#tokens[this.#at] ?? "";
    this.#at += 1;
    if (token.startsWith("'") && token.length > 1) return token.slice(1, -1).replaceAll("''", "'");
    if (/^-?\d/.test(token)) return Number.isNaN(Number(token)) ? undefined : Number(token);
    if (!NAME.test(token)) return undefined;
    if (this.#take("(")) return this.#member(call(token, this.#arguments(), this.#asked.before));
    if (/^(true|false)$/i.test(token)) return token.toLowerCase() === "true";
    return token.toLowerCase() === "null" ? null : this.#context(token);
  }

  #arguments(): readonly (Value | undefined)[] {
    const given: (Value | undefined)[] = [];
    if (this.#take(")")) return given;
    do given.push(this.either());
    while (this.#take(","));
    return this.#take(")") ? given : [];
  }

  /** A context by its path: `github.event_name`, `github['event_name']`. */
  #context(name: string): Value | undefined {
    let path: string | null = name;
    for (;;) {
      const token = this.#tokens[this.#at] ?? "";
      if (token.startsWith(".") && token.length > 1) {
        this.#at += 1;
        path = path === null ? null : `${path}${token}`;
      } else if (this.#take("[")) {
        const index = this.#take("*") ? "*" : this.either();
        if (!this.#take("]")) return undefined;
        path = path === null || typeof index !== "string" ? null : `${path}.${index}`;
      } else break;
    }
    const { contexts } = this.#asked;
    return path === null ? undefined : (contexts.get(path) ?? contexts.get(path.toLowerCase()));
  }

  /** What is taken out of a computed value is not known. */
  #member(value: Value | undefined): Value | undefined {
    let taken = value;
    for (;;) {
      const token = this.#tokens[this.#at] ?? "";
      if (token.startsWith(".") && token.length > 1) this.#at += 1;
      else if (this.#take("[")) {
        this.either();
        if (!this.#take("]")) return undefined;
      } else return taken;
      taken = undefined;
    }
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}

const opposite = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value;

/** One side that settles the whole does so whatever the other is. */
function combined(
  left: Value | undefined,
  right: Value | undefined,
  settles: boolean,
): Value | undefined {
  if (left !== undefined && isTrue(left) === settles) return left;
  if (right !== undefined && isTrue(right) === settles) return right;
  return left === undefined ? undefined : right;
}
