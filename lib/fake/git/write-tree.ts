import type { ObjectStore } from "./object-store.ts";
import { EMPTY_TREE, entryOf, FOLDER, type TreeEntry, withEntries } from "./tree.ts";

/** What becomes of paths: an entry, or null where it goes. */
export type TreeEdits = ReadonlyMap<string, TreeEntry | null>;

type Edit = { readonly names: readonly string[]; readonly entry: TreeEntry | null };

/** The tree that edits make of another (null is the empty one). What they do not touch is shared, and a folder without files goes. */
export function writeTree(objects: ObjectStore, tree: string | null, edits: TreeEdits): string {
  const list = [...edits].map(([path, entry]): Edit => ({ names: namesOf(path), entry }));
  return writeFolder(objects, tree, list, 0) ?? objects.add("tree", EMPTY_TREE);
}

function namesOf(path: string): readonly string[] {
  const names = path.split("/");
  const isFine = names.every(
    (name) => !["", ".", "..", ".git"].includes(name.toLowerCase()) && !name.includes("\0"),
  );
  if (!isFine) throw new Error(`Git keeps no file at ${JSON.stringify(path)}.`);
  return names;
}

/** Null where nothing is left in the folder. */
function writeFolder(
  objects: ObjectStore,
  tree: string | null,
  edits: readonly Edit[],
  depth: number,
): string | null {
  const body = tree === null ? EMPTY_TREE : objects.read("tree", tree);
  const entries = new Map<string, TreeEntry | null>();
  const below = new Map<string, Edit[]>();
  for (const edit of edits) {
    const name = edit.names[depth] ?? "";
    const deeper = below.get(name);
    if (edit.names.length === depth + 1) entries.set(name, edit.entry);
    else if (deeper) deeper.push(edit);
    else below.set(name, [edit]);
  }
  for (const [name, deeper] of below) {
    const held = entryOf(body, name);
    const folder = held?.mode === FOLDER && !entries.has(name) ? held.id : null;
    const id = writeFolder(objects, folder, deeper, depth + 1);
    if (id !== null) entries.set(name, { mode: FOLDER, id });
    // A deletion below what is a file says nothing of that file.
    else if (held?.mode === FOLDER) entries.set(name, null);
  }
  const made = withEntries(body, entries);
  return made.length === 0 ? null : objects.add("tree", made, tree);
}
