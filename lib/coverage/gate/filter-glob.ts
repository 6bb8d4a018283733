import { type Atom, fits, one, sign, star } from "./trigger/pattern.ts";

/** Whether an ordered list of workflow filter patterns lets a value through; a later pattern wins, `!` takes away. Source: the filter pattern cheat sheet of GitHub Actions, which Gitea and Forgejo follow. */
export function filterAdmits(patterns: readonly string[], value: string): boolean {
  const last = decidingPattern(patterns, value);
  return last !== null && !last.startsWith("!");
}

/** The last pattern of a list that fits a value, which is the one that decides; null when none does. */
export function decidingPattern(patterns: readonly string[], value: string): string | null {
  return patterns.findLast((pattern) => isFitting(pattern.replace(/^!/, ""), value)) ?? null;
}

// Most patterns are a folder and all below it, and are asked about every file of every change.
const FOLDER = /^([\w./-]*)\*\*$/;

function isFitting(pattern: string, value: string): boolean {
  const folder = FOLDER.exec(pattern)?.[1];
  return folder === undefined ? fits(atomsOf(pattern), value) : value.startsWith(folder);
}

const known = new Map<string, readonly Atom[]>();

function atomsOf(pattern: string): readonly Atom[] {
  const cached = known.get(pattern);
  if (cached) return cached;
  const atoms = readPattern(pattern);
  // A process that meets endless different patterns must not grow with them.
  if (known.size > 1000) known.clear();
  known.set(pattern, atoms);
  return atoms;
}

const ANY: Atom["takes"] = () => true;
const IN_FOLDER: Atom["takes"] = (given) => given !== "/";
const TOKEN = /\\[^]|\*\*\/|\*\*|\*|[?+]|\[[^\]]+\]|[^]/gu;

function readPattern(pattern: string): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const token of pattern.match(TOKEN) ?? []) {
    const last = atoms.at(-1);
    // Here `?` and `+` repeat what stands before them, unlike in a shell's glob.
    if (token === "?" && last) atoms.splice(-1, 1, { ...last, skips: [...last.skips, 1] });
    else if (token === "+" && last) atoms.splice(-1, 1, { ...last, repeats: true });
    else if (token === "**/") atoms.push({ ...star(ANY), skips: [1, 2] }, sign("/"));
    else if (token === "**") atoms.push(star(ANY));
    else if (token === "*") atoms.push(star(IN_FOLDER));
    else if (token.length > 2 && token.startsWith("[")) atoms.push(one(setOf(token)));
    else atoms.push(sign(token.length > 1 && token.startsWith("\\") ? token.slice(1) : token));
  }
  return atoms;
}

function setOf(token: string): Atom["takes"] {
  const ranges = token.slice(1, -1).match(/[^]-[^]|[^]/gu) ?? [];
  return (given) =>
    ranges.some((range) => {
      const from = range[0] ?? "";
      return given >= from && given <= (range.length === 3 ? (range[2] ?? "") : from);
    });
}
