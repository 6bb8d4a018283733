import type { ObjectStore } from "./object-store.ts";
import { differing, EMPTY_TREE, entryOf, FOLDER, type TreeEntry } from "./tree.ts";

/** What differs at a path between two trees; null on the side that has nothing there. */
export type PathChange = {
  readonly path: string;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
};

/** The files in which two trees differ, ordered by path; null is the empty tree. */
export function diffTrees(
  objects: ObjectStore,
  before: string | null,
  after: string | null,
): readonly PathChange[] {
  const changes = [...walk(objects, { before, after, prefix: "" })];
  return changes.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

type Folders = { readonly before: string | null; readonly after: string | null; prefix: string };

function* walk(objects: ObjectStore, { before, after, prefix }: Folders): Generator<PathChange> {
  if (before === after) return;
  const [old, now] = [bodyOf(objects, before), bodyOf(objects, after)];
  for (const name of differing(old, now)) {
    yield* compare(objects, entryOf(old, name), entryOf(now, name), `${prefix}${name}`);
  }
}

const bodyOf = (objects: ObjectStore, id: string | null): Buffer =>
  id === null ? EMPTY_TREE : objects.read("tree", id);

function* compare(
  objects: ObjectStore,
  before: TreeEntry | null,
  after: TreeEntry | null,
  path: string,
): Generator<PathChange> {
  if (before?.id === after?.id && before?.mode === after?.mode) return;
  const folders = { before: folderOf(before), after: folderOf(after), prefix: `${path}/` };
  yield* walk(objects, folders);
  const [old, now] = [fileOf(before), fileOf(after)];
  if (old !== null || now !== null) yield { path, before: old, after: now };
}

const folderOf = (entry: TreeEntry | null): string | null =>
  entry?.mode === FOLDER ? entry.id : null;
const fileOf = (entry: TreeEntry | null): TreeEntry | null =>
  entry?.mode === FOLDER ? null : entry;
