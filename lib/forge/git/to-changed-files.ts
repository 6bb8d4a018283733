import type { ChangedFile, FileStatus } from "#/lib/facts/changed-file.ts";

/** One line of git's raw difference. */
export type RawChange = {
  readonly letter: string;
  readonly oldId: string;
  readonly newId: string;
  readonly path: string;
};

const STATUS: Readonly<Record<string, FileStatus>> = {
  A: "added",
  M: "modified",
  D: "removed",
  T: "changed",
};
const EMPTY_BLOB = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

/**
 * The files of a difference, where a file that was only moved is `renamed`.
 *
 * Git's own rename search reads contents: slow, and fatal where one is missing. A file that moved
 * unchanged keeps its id, which the raw difference has; one that moved and changed stays a removed
 * and an added file.
 */
export function toChangedFiles(changes: readonly RawChange[]): readonly ChangedFile[] {
  const origins = new Map<string, string[]>();
  for (const { letter, oldId, path } of changes) {
    if (letter !== "D" || oldId === EMPTY_BLOB) continue;
    const paths = origins.get(oldId);
    if (paths) paths.push(path);
    else origins.set(oldId, [path]);
  }
  const moved = new Map<string, string>();
  for (const { letter, newId, path } of changes) {
    const from = letter === "A" ? takeNearest(origins.get(newId), path) : null;
    if (from !== null) moved.set(path, from);
  }
  const gone = new Set(moved.values());
  return changes
    .filter(({ letter, path }) => letter !== "D" || !gone.has(path))
    .map(({ letter, path }) => ({
      path,
      previousPath: moved.get(path) ?? null,
      status: moved.has(path) ? "renamed" : (STATUS[letter] ?? "changed"),
      additions: null,
      deletions: null,
    }));
}

/** Takes a path of the same name if there is one, else the first; null when none is left. */
function takeNearest(paths: string[] | undefined, path: string): string | null {
  if (!paths) return null;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const same = paths.findIndex((candidate) => candidate.endsWith(`/${name}`) || candidate === name);
  return paths.splice(Math.max(0, same), 1)[0] ?? null;
}
