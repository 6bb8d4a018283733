import type { ChangedFile, FileStatus } from "#/lib/facts/changed-file.ts";

/** One line of git's raw difference. */
export type RawChange = {
  readonly letter: string;
  /** Octal, as in git's trees; zeros where there is no file. */
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldId: string;
  readonly newId: string;
  readonly path: string;
};

/** A changed file with the ids of its contents; of a renamed one those of its origin. */
export type ListedFile = { readonly file: ChangedFile; readonly change: RawChange };

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
export function toChangedFiles(changes: readonly RawChange[]): readonly ListedFile[] {
  const origins = new Map<string, RawChange[]>();
  for (const change of changes) {
    if (change.letter !== "D" || change.oldId === EMPTY_BLOB) continue;
    const same = origins.get(change.oldId);
    if (same) same.push(change);
    else origins.set(change.oldId, [change]);
  }
  const moved = new Map<RawChange, RawChange>();
  const gone = new Set<RawChange>();
  for (const change of changes) {
    const origin = change.letter === "A" ? takeNearest(origins.get(change.newId), change) : null;
    if (origin === null) continue;
    moved.set(change, origin);
    gone.add(origin);
  }
  return changes
    .filter((change) => !gone.has(change))
    .map((change) => {
      const origin = moved.get(change);
      return origin ? renamed(change, origin) : { file: fileOf(change), change };
    });
}

/** An added file whose origin was found among the removed. */
export function renamed(added: RawChange, origin: RawChange): ListedFile {
  const { oldId, oldMode, path: previousPath } = origin;
  return {
    file: { ...fileOf(added), previousPath, status: "renamed" },
    change: { ...added, letter: "R", oldId, oldMode },
  };
}

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const fileOf = ({ letter, path }: RawChange): ChangedFile => ({
  path,
  previousPath: null,
  status: STATUS[letter] ?? "changed",
  additions: null,
  deletions: null,
});

/** Takes one of the same name if there is one, else the first; null when none is left. */
function takeNearest(left: RawChange[] | undefined, { path }: RawChange): RawChange | null {
  if (!left) return null;
  const same = left.findIndex((candidate) => nameOf(candidate.path) === nameOf(path));
  return left.splice(Math.max(0, same), 1)[0] ?? null;
}
