import type { FakeFile, FakeFileStatus } from "../../store.ts";
import type { OnDisk } from "./on-disk.ts";

type Told = Pick<FakeFile, "path" | "previousPath" | "status" | "additions" | "deletions">;

const WORDS: Readonly<Record<string, FakeFileStatus>> = { A: "added", D: "deleted", R: "renamed" };

/** The files between two commits as the real git tells them, by path. */
export async function toldByGit(disk: OnDisk, from: string, to: string): Promise<Told[]> {
  const diff = ["diff-tree", "-r", "-M", "-z", from, to];
  const names = (await disk.ask(...diff, "--name-status")).split("\0");
  const sizes = (await disk.ask(...diff, "--numstat")).split("\0");
  const told: Told[] = [];
  for (let at = 0, size = 0; at < names.length - 1; ) {
    const status = WORDS[names[at]?.[0] ?? ""] ?? "changed";
    const isRename = status === "renamed";
    const [first = "", second = ""] = [names[at + 1], names[at + 2]];
    const [added, deleted] = (sizes[size] ?? "").split("\t");
    told.push({
      path: isRename ? second : first,
      previousPath: isRename ? first : null,
      status,
      additions: Number(added === "-" ? 0 : added),
      deletions: Number(deleted === "-" ? 0 : deleted),
    });
    at += isRename ? 3 : 2;
    size += isRename ? 3 : 1;
  }
  return byPath(told);
}

/** The same of a list of the fake's. */
export const sizesOf = (files: readonly FakeFile[]): Told[] =>
  byPath(
    files.map(({ path, previousPath, status, additions, deletions }) => {
      return { path, previousPath, status, additions, deletions };
    }),
  );

const byPath = (files: readonly Told[]): Told[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
