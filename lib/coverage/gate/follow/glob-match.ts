import { linearMatcher, type Matcher } from "./linear-match.ts";

const ANY = "[^/]*";
const LENGTH_MAX = 500;

/** Whether a path fits a glob, in linear time; null for a glob that cannot be told so. `*` stays in its folder, `**` crosses folders, braces and `?()` `@()` `+()` `*()` choose. */
export function globMatcher(glob: string): Matcher | null {
  if (glob.length > LENGTH_MAX) return null;
  const source = sourceOf(glob.replace(/^(\.\/)+/, ""));
  return source === null ? null : linearMatcher(`^(?:${source})$`);
}

export const hasGlob = (word: string): boolean => /[*?{[]/.test(word);

function sourceOf(glob: string): string | null {
  let source = "";
  const closers: string[] = [];
  for (let at = 0; at < glob.length; ) {
    const token = tokenAt(glob, at);
    at += token.length;
    if (/^[?*+@]\($/.test(token)) {
      source += "(?:";
      closers.push(token[0] === "@" ? ")" : `)${token[0]}`);
    } else if (token === "!(") return null;
    else if (token === "**/") source += "(?:.*/)?";
    else if (token === "/**" && at === glob.length) source += "/.*";
    else if (token === "**") source += ".*";
    else if (token === "*") source += ANY;
    else if (token === "?") source += "[^/]";
    else if (token === "{") {
      source += "(?:";
      closers.push("}");
    } else if (token === "}" && closers.at(-1) === "}") {
      source += ")";
      closers.pop();
    } else if (token === ")" && closers.at(-1)?.startsWith(")")) source += closers.pop();
    else if (token === "," && closers.at(-1) === "}") source += "|";
    else if (token === "|" && closers.at(-1)?.startsWith(")")) source += "|";
    else if (token.length > 2 && token.startsWith("[")) source += token.replace(/^\[!/, "[^");
    else source += quoted(token.length > 1 && token.startsWith("\\") ? token.slice(1) : token);
  }
  return closers.length === 0 ? source : null;
}

function tokenAt(glob: string, at: number): string {
  const two = glob.slice(at, at + 2);
  if (/^[?*+@!]\($/.test(two) || two.startsWith("\\")) return two;
  const three = glob.slice(at, at + 3);
  if (three === "**/" || (three === "/**" && at + 3 === glob.length)) return three;
  if (two === "**") return two;
  if (glob[at] === "[") {
    const end = glob.indexOf("]", at + 2);
    if (end > 0) return glob.slice(at, end + 1);
  }
  return glob[at] ?? "";
}

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
