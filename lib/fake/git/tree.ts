import type { ObjectStore } from "./object-store.ts";

export const FOLDER = "40000";
export type FileMode = "100644" | "100755" | "120000";

export type TreeEntry = { readonly mode: string; readonly id: string };

/** Where an entry lies in its tree's body. */
type Place = {
  readonly mode: string;
  readonly name: string;
  readonly start: number;
  readonly id: number;
};
type Layout = ReadonlyMap<string, Place>;

const ID = 20;
const BLANK = 0x20;

// One body is read many times, and one that differs from another in ids alone has the same layout.
const layouts = new WeakMap<Buffer, Layout>();

/** Where the entries of a tree's body lie, by name. */
export function layoutOf(body: Buffer): Layout {
  const known = layouts.get(body);
  if (known) return known;
  const layout = new Map<string, Place>();
  for (let start = 0; start < body.length; ) {
    const blank = body.indexOf(BLANK, start);
    const nul = body.indexOf(0, blank);
    const name = body.toString("utf8", blank + 1, nul);
    layout.set(name, { mode: body.toString("latin1", start, blank), name, start, id: nul + 1 });
    start = nul + 1 + ID;
  }
  layouts.set(body, layout);
  return layout;
}

/** A tree's entry of that name; null where there is none. */
export function entryOf(body: Buffer, name: string): TreeEntry | null {
  const place = layoutOf(body).get(name);
  return place ? { mode: place.mode, id: body.toString("hex", place.id, place.id + ID) } : null;
}

/** The names at which two trees' bodies differ. Most entries are alike, so bytes are compared and no id is written out. */
export function differing(old: Buffer, now: Buffer): readonly string[] {
  const [before, after] = [layoutOf(old), layoutOf(now)];
  const names: string[] = [];
  for (const [name, { mode, id }] of after) {
    const held = before.get(name);
    const isSame =
      held?.mode === mode && old.compare(now, id, id + ID, held.id, held.id + ID) === 0;
    if (!isSame) names.push(name);
  }
  for (const name of before.keys()) if (!after.has(name)) names.push(name);
  return names;
}

/** The body with these entries in it, null taking one away. */
export function withEntries(body: Buffer, edits: ReadonlyMap<string, TreeEntry | null>): Buffer {
  return withIds(body, edits) ?? rebuilt(body, edits);
}

/** A copy with other ids, where no entry comes, goes or changes its mode. */
function withIds(body: Buffer, edits: ReadonlyMap<string, TreeEntry | null>): Buffer | null {
  const layout = layoutOf(body);
  for (const [name, entry] of edits) {
    if (entry === null || layout.get(name)?.mode !== entry.mode) return null;
  }
  const copy = Buffer.from(body);
  for (const [name, entry] of edits) {
    const place = layout.get(name);
    if (entry && place) copy.write(entry.id, place.id, "hex");
  }
  layouts.set(copy, layout);
  return copy;
}

function rebuilt(body: Buffer, edits: ReadonlyMap<string, TreeEntry | null>): Buffer {
  const rows: { key: Buffer; bytes: Buffer }[] = [];
  for (const { mode, name, start, id } of layoutOf(body).values()) {
    if (!edits.has(name))
      rows.push({ key: keyOf(name, mode), bytes: body.subarray(start, id + ID) });
  }
  for (const [name, entry] of edits) {
    if (entry === null) continue;
    const bytes = Buffer.concat([
      Buffer.from(`${entry.mode} ${name}\0`),
      Buffer.from(entry.id, "hex"),
    ]);
    rows.push({ key: keyOf(name, entry.mode), bytes });
  }
  rows.sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

// Git sorts by bytes, a folder as if its name ended with a slash.
const keyOf = (name: string, mode: string): Buffer =>
  Buffer.from(mode === FOLDER ? `${name}/` : name);

export const EMPTY_TREE = Buffer.alloc(0);

/** The entry at a path below a tree; null where there is none. */
export function entryAt(objects: ObjectStore, tree: string, path: string): TreeEntry | null {
  let entry: TreeEntry | null = { mode: FOLDER, id: tree };
  for (const name of path.split("/")) {
    if (entry?.mode !== FOLDER) return null;
    entry = entryOf(objects.read("tree", entry.id), name);
  }
  return entry;
}
