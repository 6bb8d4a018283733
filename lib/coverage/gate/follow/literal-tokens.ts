export type LiteralToken = {
  readonly kind: "name" | "text" | "number" | "regex" | "template" | "sign";
  readonly text: string;
};

const SIGN = /^(?:\.\.\.|=>|[{}()[\],:;.=?|&!<>+*/%-])/;
const AFTER_VALUE = /^[\])}\w$]/;

/** The tokens of a script in JavaScript, TypeScript or JSON, comments left out; what is no such thing gives odd tokens, never an error. */
export function literalTokens(source: string): readonly LiteralToken[] {
  const tokens: LiteralToken[] = [];
  for (let at = 0; at < source.length; ) {
    const sign = source[at] ?? "";
    if (/\s/.test(sign)) at += 1;
    else if (sign === "/" && source[at + 1] === "/") at = ending(source, "\n", at);
    else if (sign === "/" && source[at + 1] === "*") at = ending(source, "*/", at + 2);
    else if (/["'`]/.test(sign)) {
      const end = quoteEnd(source, at);
      const kind = sign === "`" ? "template" : "text";
      tokens.push({ kind, text: source.slice(at + 1, end - 1) });
      at = end;
    } else if (/[\w$]/.test(sign)) {
      const end = wordEnd(source, at);
      tokens.push({ kind: /\d/.test(sign) ? "number" : "name", text: source.slice(at, end) });
      at = end;
    } else if (sign === "/" && !followsValue(tokens.at(-1))) {
      const end = regexEnd(source, at);
      tokens.push({ kind: end === at + 1 ? "sign" : "regex", text: source.slice(at, end) });
      at = end;
    } else {
      const text = SIGN.exec(source.slice(at, at + 3))?.[0] ?? sign;
      tokens.push({ kind: "sign", text });
      at += text.length;
    }
  }
  return tokens;
}

function followsValue(token: LiteralToken | undefined): boolean {
  if (!token) return false;
  return token.kind !== "sign" ? token.text !== "return" : AFTER_VALUE.test(token.text);
}

function ending(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from);
  return at < 0 ? source.length : at + end.length;
}

function wordEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && /[\w$]/.test(source[at] ?? "")) at += 1;
  return at;
}

function quoteEnd(source: string, from: number): number {
  const quote = source[from];
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === quote) return at + 1;
    else if (source[at] === "\n" && quote !== "`") return at;
  }
  return source.length;
}

function regexEnd(source: string, from: number): number {
  let inSet = false;
  for (let at = from + 1; at < source.length; at += 1) {
    const sign = source[at] ?? "";
    if (sign === "\n") return from + 1;
    if (sign === "\\") at += 1;
    else if (sign === "[") inSet = true;
    else if (sign === "]") inSet = false;
    else if (sign === "/" && !inSet) {
      const flags = /^[a-z]*/.exec(source.slice(at + 1, at + 10))?.[0] ?? "";
      return at + 1 + flags.length;
    }
  }
  return from + 1;
}
