import { fits, one, sign, star } from "../trigger/pattern.ts";

const TOKEN = /\\[^]|\[[^\]]+\]|[^]/gu;
const ANY = () => true;
const ALTERNATIVES_MAX = 64;

/** Whether a required context, written as Gitea and Forgejo take it, stands for a context: `*` is any signs and crosses `/`, `?` is one sign, `[ab]` a set, `{a,b}` a choice. */
export function contextFits(pattern: string, context: string): boolean {
  return alternatives(pattern).some((each) => fits(atomsOf(each), context));
}

function atomsOf(pattern: string) {
  return (pattern.match(TOKEN) ?? []).map((token) => {
    if (token === "*") return star(ANY);
    if (token === "?") return one(ANY);
    if (token.length > 1 && token.startsWith("[")) return one(setOf(token.slice(1, -1)));
    return sign(token.length > 1 && token.startsWith("\\") ? token.slice(1) : token);
  });
}

function setOf(inner: string): (given: string) => boolean {
  const negated = /^[!^]/.test(inner);
  const ranges = (negated ? inner.slice(1) : inner).match(/[^]-[^]|[^]/gu) ?? [];
  return (given) =>
    ranges.some((range) => {
      const from = range[0] ?? "";
      return given >= from && given <= (range.length === 3 ? (range[2] ?? "") : from);
    }) !== negated;
}

/** The patterns that choices in braces stand for; one that has too many is taken as it is written. */
function alternatives(pattern: string): readonly string[] {
  let open = [pattern];
  for (;;) {
    const next = open.flatMap((each) => {
      const match = /\{([^{}]*)\}/.exec(each);
      if (!match) return [each];
      const [before, after] = [
        each.slice(0, match.index),
        each.slice(match.index + match[0].length),
      ];
      return (match[1] ?? "").split(",").map((choice) => before + choice + after);
    });
    if (next.length > ALTERNATIVES_MAX) return [pattern];
    if (next.every((each, index) => each === open[index]) && next.length === open.length)
      return next;
    open = next;
  }
}
