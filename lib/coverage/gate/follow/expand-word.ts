import { MEMBER, ROOT, UNKNOWN } from "./word-signs.ts";

export type Scope = {
  /** Null where it is not set. */
  readonly value: (name: string) => string | null;
  readonly args: readonly string[];
  /** What a command prints. */
  readonly output: (command: string) => string;
};

const LENGTH_MAX = 20_000;
const EXPANSION = /^(?:\$\{\{|\$\(\(|\$\(|`|\$\{|\$([A-Za-z_]\w*)|\$([0-9@*#?$!-]))/;

type Field = { text: string; started: boolean };

/** The words that one word of a script becomes: quotes are taken away, variables and outputs put in; what is not known becomes a sign of its own. Globs stay. */
export function expandWord(raw: string, scope: Scope): readonly string[] {
  const fields: string[] = [];
  const own: Field = { text: "", started: false };
  const flush = () => {
    if (own.started) fields.push(own.text);
    own.text = "";
    own.started = false;
  };
  const add = (text: string, quoted: boolean) => {
    const members = text.split(quoted ? MEMBER : /[\s\uE004]+/);
    for (const [index, member] of members.entries()) {
      if (index > 0) flush();
      own.text += member;
      own.started ||= quoted || member !== "";
    }
  };
  let quote = "";
  for (let at = 0; at < raw.length; ) {
    const sign = raw[at] ?? "";
    const expansion = quote === "'" ? null : expansionAt(raw, at);
    if (expansion) {
      add(valueOf(expansion, scope), quote !== "");
      at += expansion.length;
    } else if (sign === quote || (quote === "" && (sign === '"' || sign === "'"))) {
      quote = quote === "" ? sign : "";
      own.started = true;
      at += 1;
    } else if (sign === "\\" && quote !== "'") {
      own.text += raw[at + 1] === "\n" ? "" : (raw[at + 1] ?? "");
      own.started = true;
      at += 2;
    } else {
      own.text += sign;
      own.started = true;
      at += 1;
    }
    if (own.text.length > LENGTH_MAX) own.text = UNKNOWN;
  }
  flush();
  return fields.map((field) => field.replace(/^~(?=\/|$)/, UNKNOWN));
}

/** All that one word becomes, as one text. */
export const expandText = (raw: string, scope: Scope): string => expandWord(raw, scope).join(" ");

/** The expansion that starts here, as written; null where none does. */
function expansionAt(raw: string, at: number): string | null {
  const sign = raw[at];
  if (sign !== "$" && sign !== "`") return null;
  const opening = EXPANSION.exec(raw.slice(at, at + 80))?.[0];
  if (opening === undefined) return null;
  if (opening === "${{") return upTo(raw, at, raw.indexOf("}}", at), 2);
  if (opening === "`") return upTo(raw, at, raw.indexOf("`", at + 1), 1);
  const closer = { "${": "}", "$(": ")", "$((": ")" }[opening];
  return closer === undefined ? opening : balanced(raw, at, closer);
}

const upTo = (raw: string, at: number, end: number, length: number): string =>
  raw.slice(at, end < 0 ? raw.length : end + length);

function balanced(raw: string, start: number, closer: string): string {
  const opener = closer === "}" ? "{" : "(";
  let depth = 0;
  let quote = "";
  for (let at = start + 1; at < raw.length; at += 1) {
    const sign = raw[at] ?? "";
    if (sign === "\\") at += 1;
    else if (quote === "'" || (quote === "" && sign === "'"))
      quote = quote && sign === "'" ? "" : "'";
    else if (sign === opener) depth += 1;
    else if (sign === closer) {
      depth -= 1;
      if (depth === 0) return raw.slice(start, at + 1);
    }
  }
  return raw.slice(start);
}

function valueOf(expansion: string, scope: Scope): string {
  if (expansion.startsWith("${{") || expansion.startsWith("$((")) return UNKNOWN;
  if (expansion.startsWith("`"))
    return scope.output(expansion.slice(1, -1).replace(/\\([`$\\])/g, "$1"));
  if (expansion.startsWith("$(")) return scope.output(expansion.slice(2, -1));
  if (expansion.startsWith("${")) return braced(expansion.slice(2, -1), scope);
  return named(expansion.slice(1), scope) ?? UNKNOWN;
}

function named(name: string, scope: Scope): string | null {
  if (name === "@" || name === "*") return scope.args.join(MEMBER);
  if (/^[1-9]$/.test(name)) return scope.args[Number(name) - 1] ?? "";
  return /^[#?$!-]$/.test(name) ? UNKNOWN : scope.value(name);
}

const BRACED = /^([A-Za-z_]\w*|[0-9@*])(\[[@*0-9]\])?(:?[-=+?]|##?|%%?|\/|:|\^|,|@)?/;

function braced(inner: string, scope: Scope): string {
  const [head = "", name = "", index, operator = ""] = BRACED.exec(inner.slice(0, 200)) ?? [];
  if (name === "") return UNKNOWN;
  const list = index === undefined ? null : scope.value(`${name}[@]`);
  const value = list ?? named(name, scope);
  const rest = inner.slice(head.length);
  if (operator === "") return rest === "" ? (value ?? UNKNOWN) : UNKNOWN;
  const other = () => expandText(rest, scope);
  const missing = value === null || (operator.startsWith(":") && value === "");
  if (/[-=]$/.test(operator)) return missing ? other() : value;
  if (operator.endsWith("+")) return missing ? "" : value === UNKNOWN ? UNKNOWN : other();
  if (operator.endsWith("?")) return value ?? UNKNOWN;
  return value === null ? UNKNOWN : trimmed(value, operator, rest);
}

/** The few ways of taking a part off that speak of paths. */
function trimmed(value: string, operator: string, rest: string): string {
  if (value.includes(UNKNOWN)) return UNKNOWN;
  if (operator === "##" && rest === "*/") return value.slice(value.lastIndexOf("/") + 1);
  if (operator !== "%" || rest !== "/*") return UNKNOWN;
  const end = value.lastIndexOf("/");
  return end < 0 ? (value.startsWith(ROOT) ? ROOT : value) : value.slice(0, end);
}
