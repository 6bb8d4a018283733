import picomatch from "picomatch";

const GLOB = /[*?{]/;

/** Whether a list of files, directories and globs names a path; a later entry wins, `!` in front takes away. */
export function matchesPaths(entries: readonly string[]): (path: string) => boolean {
  const rules = entries.map((entry) => {
    const takesAway = entry.startsWith("!");
    return { takesAway, matches: matcherOf(takesAway ? entry.slice(1) : entry) };
  });
  return (path) => {
    let named = false;
    for (const { takesAway, matches } of rules) if (matches(path)) named = !takesAway;
    return named;
  };
}

function matcherOf(entry: string): (path: string) => boolean {
  if (GLOB.test(entry)) return picomatch(entry, { dot: true });
  const directory = entry.endsWith("/") ? entry : `${entry}/`;
  return (path) => path === entry || path.startsWith(directory);
}
