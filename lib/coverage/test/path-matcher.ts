import { patternMatcher } from "../gate/changed-files/pattern-takes.ts";
import { globMatcher } from "../gate/follow/glob-match.ts";
import type { Matcher } from "../gate/follow/linear-match.ts";

const KNOWN_MAX = 1000;
const known = new Map<string, Matcher>();

/** Whether a path or a branch fits a glob of a policy or of a person, in time linear in the path whatever the glob: a regular expression made of one may take years. `*` stays in its folder, `**` crosses folders, braces and brackets choose, `\` takes the next sign as it is, a `!` in front takes what does not fit the rest. What cannot be told so fits that very path alone. */
export function pathMatcher(glob: string): Matcher {
  const cached = known.get(glob);
  if (cached) return cached;
  const matcher = readGlob(glob);
  // Trials of rules come with ever new globs.
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(glob, matcher);
  return matcher;
}

function readGlob(glob: string): Matcher {
  if (glob.startsWith("!")) {
    const fits = readGlob(glob.slice(1));
    return (path) => !fits(path);
  }
  const matcher = patternMatcher(glob) ?? globMatcher(withGroups(glob));
  if (!matcher) return (path) => path === glob;
  // Most paths lie elsewhere, and a comparison of text tells so at once.
  const start = /^[\w./-]*/.exec(glob.replace(/^(?:\.\/)+/, ""))?.[0].replace(/\/$/, "") ?? "";
  return (path) => path.startsWith(start) && matcher(path);
}

/** A plain group of choices, which the reader of globs knows with a sign in front. */
const withGroups = (glob: string): string => glob.replace(/(\\.)|([?*+@!]?)\(/gs, group);
const group = (_: string, escaped: string | undefined, sign: string): string =>
  escaped ?? `${sign || "@"}(`;
