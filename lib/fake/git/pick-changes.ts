import { applyPatch, structuredPatch } from "diff";
import { diffTrees, type PathChange } from "./diff-trees.ts";
import type { ObjectStore } from "./object-store.ts";
import { entryAt, type TreeEntry } from "./tree.ts";
import { writeTree } from "./write-tree.ts";

export type Picked = { readonly tree: string } | { readonly conflict: string };

type Trees = { readonly from: string; readonly to: string; readonly onto: string };

/** The tree that what changed between two others makes of a third, or the first path at which they do not fit. */
export function pickChanges(objects: ObjectStore, { from, to, onto }: Trees): Picked {
  if (from === onto) return { tree: to };
  const edits = new Map<string, TreeEntry | null>();
  for (const change of diffTrees(objects, from, to)) {
    const there = entryAt(objects, onto, change.path);
    const merged = mergeEntry(objects, change, there);
    if (merged === "conflict") return { conflict: change.path };
    if (!isSame(merged, there)) edits.set(change.path, merged);
  }
  return { tree: edits.size === 0 ? onto : writeTree(objects, onto, edits) };
}

const isSame = (a: TreeEntry | null, b: TreeEntry | null): boolean =>
  a?.id === b?.id && a?.mode === b?.mode;

function mergeEntry(
  objects: ObjectStore,
  { before, after }: PathChange,
  there: TreeEntry | null,
): TreeEntry | null | "conflict" {
  if (isSame(there, before) || isSame(there, after)) return after;
  if (!before || !after || !there) return "conflict";
  const [old, now, other] = [before, after, there].map(({ id }) => objects.read("blob", id));
  if (!old || !now || !other || [old, now, other].some((bytes) => bytes.includes(0))) {
    return "conflict";
  }
  // Text that is no text in UTF-8 would come back changed.
  if ([old, now, other].some((bytes) => !Buffer.from(bytes.toString()).equals(bytes))) {
    return "conflict";
  }
  const patch = structuredPatch("a", "b", old.toString(), now.toString());
  const merged = applyPatch(other.toString(), patch, {
    fuzzFactor: 0,
    autoConvertLineEndings: false,
  });
  if (merged === false) return "conflict";
  return { mode: after.mode, id: objects.add("blob", Buffer.from(merged), there.id) };
}
