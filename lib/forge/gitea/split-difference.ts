import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { unquotePath } from "./unquote-path.ts";

const BEGIN = "diff --git ";
const FILE_CHARACTERS_MAX = 1024 * 1024;

const BINARY = "The file is binary, so its difference has no lines.";
const TOO_LARGE = "The difference of this file is larger than 1 MiB.";

/** One file's part of a difference, from its `diff --git` on. */
export type Section = {
  /** The lines above the hunks, without the last line break. */
  readonly header: string;
  /** From the first `@@` to the end; empty where no line changed. */
  readonly hunks: string;
};

/** The parts of a difference, one a file. Every line of a file's text stands behind a sign of its own, so that only git's own lines begin with `diff --git`. */
export function* sectionsOf(text: string): Generator<Section> {
  for (let start = text.startsWith(BEGIN) ? 0 : -1; start >= 0; ) {
    const next = text.indexOf(`\n${BEGIN}`, start);
    // Cut out first: a search for hunks must not run on into the files behind.
    const section = next < 0 ? text.slice(start) : text.slice(start, next + 1);
    const first = section.indexOf("\n@@ ");
    const hunksAt = first < 0 ? section.length : first + 1;
    yield { header: section.slice(0, hunksAt).replace(/\n$/, ""), hunks: section.slice(hunksAt) };
    start = next < 0 ? -1 : next + 1;
  }
}

/**
 * The hunks of every file of a difference by its path, of a deleted file the one that it had; unknown
 * for a binary file and for one of more than 1 MiB. Source: the format that `git diff` prints, with
 * the prefixes `a/` and `b/`.
 */
export function splitDifference(text: string): ReadonlyMap<string, Known<string>> {
  const patches = new Map<string, Known<string>>();
  for (const { header, hunks } of sectionsOf(text)) {
    const lines = header.split("\n");
    const path = pathOf(lines);
    if (path) patches.set(path, isBinary(lines) ? unknown(BINARY) : bounded(hunks));
  }
  return patches;
}

const bounded = (hunks: string): Known<string> =>
  hunks.length > FILE_CHARACTERS_MAX ? unknown(TOO_LARGE) : known(hunks);

/** Whether the lines above the hunks say that the file is binary. */
export const isBinary = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith("Binary files ") || line === "GIT binary patch");

function pathOf(lines: readonly string[]): string | null {
  const after = (start: string) =>
    lines.find((line) => line.startsWith(start))?.slice(start.length);
  const moved = after("rename to ") ?? after("copy to ");
  if (moved !== undefined) return unquotePath(moved);
  const named = [after("+++ "), after("--- ")].find(
    (name) => name !== undefined && name !== "/dev/null",
  );
  // Behind a name with blanks git sets a tab, so that other tools find its end.
  if (named !== undefined) return unquotePath(named.replace(/\t$/, "")).slice("b/".length);
  return pathOfFirst(lines[0] ?? "");
}

// Without hunks only the first line names the file: the same name twice, which nothing but its length divides.
function pathOfFirst(line: string): string | null {
  const both = line.slice(BEGIN.length);
  const half = (both.length - 1) / 2;
  const [before, after] = [both.slice(0, half), both.slice(half + 1)].map((name) =>
    unquotePath(name).slice("b/".length),
  );
  return before === undefined || before === "" || before !== after ? null : before;
}
