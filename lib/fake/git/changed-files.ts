import { printHunks } from "../sample-2615/contents/print-hunks.ts";
import type { FakeFile } from "../store.ts";
import { treeOf } from "./commit.ts";
import { diffTrees, type PathChange } from "./diff-trees.ts";
import type { FakeGit } from "./fake-git.ts";
import { pairRenames } from "./pair-renames.ts";

/** The files between two commits with their hunks, as `git diff -M` has them; null is the empty tree. */
export function changedFiles(git: FakeGit, from: string | null, to: string): FakeFile[] {
  const before = from === null ? null : treeOf(git, from);
  const changes = diffTrees(git.objects, before, treeOf(git, to));
  const renamed = new Map(pairRenames(git.objects, changes).map((pair) => [pair.to, pair.from]));
  const gone = new Map(changes.map((change) => [change.path, change]));
  const sources = new Set(renamed.values());
  return changes.flatMap((change) => {
    const source = gone.get(renamed.get(change.path) ?? "");
    if (source) return [toFile(git, { ...change, before: source.before }, source.path)];
    return sources.has(change.path) && !change.after ? [] : [toFile(git, change, null)];
  });
}

function toFile(git: FakeGit, change: PathChange, previousPath: string | null): FakeFile {
  const { path, before, after } = change;
  const [old, now] = [before, after].map((entry) =>
    entry ? git.objects.read("blob", entry.id) : Buffer.alloc(0),
  );
  const patch = !old || !now || isBinary(old) || isBinary(now) ? null : hunksOf(old, now);
  const status = previousPath ? "renamed" : !before ? "added" : !after ? "deleted" : "changed";
  return { path, previousPath, status, ...countLines(patch), patch };
}

const LOOKED_AT = 8000;
const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, LOOKED_AT).includes(0);

const hunksOf = (old: Buffer, now: Buffer): string =>
  old.equals(now) ? "" : printHunks(old.toString(), now.toString());

function countLines(patch: string | null): { additions: number; deletions: number } {
  let [additions, deletions] = [0, 0];
  for (const line of (patch ?? "").split("\n")) {
    if (line.startsWith("+")) additions += 1;
    else if (line.startsWith("-")) deletions += 1;
  }
  return { additions, deletions };
}
