import { globMatcher } from "../follow/glob-match.ts";
import type { Matcher } from "../follow/linear-match.ts";

const KNOWN_MAX = 1000;
const known = new Map<string, Matcher | null>();

/** Whether a path fits a glob of an action that filters changed files, without its `!`; null for a glob that cannot be told so. Source: picomatch with `dot`, by which both actions match: `**` crosses folders where it is a whole part of the path or only an ending follows it, else it is `*`. */
export function patternMatcher(pattern: string): Matcher | null {
  const cached = known.get(pattern);
  if (cached !== undefined) return cached;
  const matcher = readPattern(pattern);
  // A process that meets endless different patterns must not grow with them.
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(pattern, matcher);
  return matcher;
}

// Brackets mean other things to one action than to the other, and ranges are counted out.
const ODD = /[()[\]\\]|\$\{\{|\*\*\*|\{[^}]*\.\.|^$|^\/|\/\/|(^|\/)\.{1,2}(\/|$)/;

/** `**.md` alone crosses folders, whatever else `**` is beside other signs. */
const ENDING = /^\*\*(\.\w+)+$/;

function readPattern(pattern: string): Matcher | null {
  const bare = pattern.replace(/^\.\//, "");
  if (ODD.test(bare)) return null;
  const parts = bare
    .split("/")
    .map((part) => (part === "**" || ENDING.test(bare) ? part : part.replaceAll("**", "*")))
    .filter((part, at, all) => part !== "**" || all[at - 1] !== "**");
  const whole = globMatcher(parts.join("/"));
  const folder = parts.at(-1) === "**" ? (parts.at(-2) ?? "*") : "*";
  if (folder.endsWith("*") || whole === null) return whole;
  // `docs/**` takes what is called docs as well.
  const itself = globMatcher(parts.slice(0, -1).join("/"));
  return itself && ((path) => whole(path) || itself(path));
}
