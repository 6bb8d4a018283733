/** Whether an ordered list of workflow filter patterns lets a value through; a later pattern wins, `!` takes away. Source: the filter pattern cheat sheet of GitHub Actions, which Gitea follows. */
export function filterAdmits(patterns: readonly string[], value: string): boolean {
  let admitted = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith("!");
    if (expressionOf(negated ? pattern.slice(1) : pattern).test(value)) admitted = !negated;
  }
  return admitted;
}

const known = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const cached = known.get(pattern);
  if (cached) return cached;
  const expression = new RegExp(`^${sourceOf(pattern)}$`);
  // A process that meets endless different patterns must not grow with them.
  if (known.size > 1000) known.clear();
  known.set(pattern, expression);
  return expression;
}

// Here `?` and `+` repeat what stands before them, unlike in a shell's glob.
function sourceOf(pattern: string): string {
  return pattern.replace(
    /\\(.)|\*\*\/|\*\*|\*|([?+])|\[([\w-]+)\]|([.^$|(){}[\]\\])/g,
    (token, escaped, repeat, set, special) => {
      if (escaped !== undefined) return `\\${escaped}`.replace(/^\\(\w)$/, "$1");
      if (token === "**/") return "(?:.*/)?";
      if (token === "**") return ".*";
      if (token === "*") return "[^/]*";
      if (repeat !== undefined) return repeat;
      return set === undefined ? `\\${special}` : `[${set}]`;
    },
  );
}
