type Value = string | number | boolean | null;
/** What an expression can know: `github.event_name`, `needs.build.result`. */
type Contexts = ReadonlyMap<string, string>;

const TOKEN = /'(?:[^']|'')*'|&&|\|\||[!=<>]=|[<>!(),]|[^\s'&|!=<>(),]+/g;

/** A condition as it is written in a workflow file; null where there is none. */
export function conditionText(value: unknown): string | null {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Whether a condition of a workflow file holds, given what is known of its contexts; null when that cannot be told. Source: the expressions of GitHub Actions, which Gitea follows. */
export function conditionHolds(text: string, contexts: Contexts): boolean | null {
  const inner = /^\$\{\{(.*)\}\}$/s.exec(text.trim())?.[1] ?? text;
  // A condition that is an expression only in part becomes a text, and not a plain one.
  if (inner.includes("${{")) return null;
  const reader = new Reader(inner.match(TOKEN) ?? [], contexts);
  const value = reader.either();
  return value === undefined || !reader.atEnd() ? null : isTrue(value);
}

const isTrue = (value: Value): boolean =>
  value !== false && value !== 0 && value !== "" && value !== null;

/** Reads one expression from left to right; `undefined` stands for a value that cannot be told. */
class Reader {
  #at = 0;
  readonly #tokens: readonly string[];
  readonly #contexts: Contexts;

  constructor(tokens: readonly string[], contexts: Contexts) {
    this.#tokens = tokens;
    this.#contexts = contexts;
  }

  atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  either(): Value | undefined {
    let left = this.#both();
    while (this.#take("||")) left = combined(left, this.#both(), true);
    return left;
  }

  #both(): Value | undefined {
    let left = this.#single();
    while (this.#take("&&")) left = combined(left, this.#single(), false);
    return left;
  }

  #single(): Value | undefined {
    if (this.#take("!")) {
      const value = this.#single();
      return value === undefined ? undefined : !isTrue(value);
    }
    const left = this.#operand();
    if (this.#take("==")) return equal(left, this.#operand());
    if (this.#take("!=")) {
      const same = equal(left, this.#operand());
      return same === undefined ? undefined : !same;
    }
    return left;
  }

  #operand(): Value | undefined {
    if (this.#take("(")) {
      const value = this.either();
      return this.#take(")") ? value : undefined;
    }
    const token = this.#tokens[this.#at] ?? "";
    this.#at += 1;
    if (this.#take("(")) return this.#call(token);
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^(true|false)$/.test(token)) return token === "true";
    if (token === "null") return null;
    return /^-?\d+(\.\d+)?$/.test(token) ? Number(token) : this.#contexts.get(token);
  }

  /** Of the functions only the one is known that always holds. */
  #call(name: string): Value | undefined {
    for (let open = 1; open > 0 && !this.atEnd(); this.#at += 1) {
      if (this.#tokens[this.#at] === "(") open += 1;
      if (this.#tokens[this.#at] === ")") open -= 1;
    }
    return name.toLowerCase() === "always" ? true : undefined;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}

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

function equal(left: Value | undefined, right: Value | undefined): boolean | undefined {
  if (typeof left === "string" && typeof right === "string")
    return left.toLowerCase() === right.toLowerCase();
  return left === undefined || typeof left !== typeof right ? undefined : left === right;
}
