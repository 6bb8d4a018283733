import { hash } from "node:crypto";
import { type BodyCache, createBodyCache } from "./body-cache.ts";
import { type ByteChunks, createByteChunks } from "./byte-chunks.ts";
import { deflate, inflate } from "./deflate.ts";
import { applyDelta, encodeDelta } from "./delta.ts";
import { createEntryPlaces, type EntryPlaces } from "./entry-places.ts";
import { createIdIndex, type IdIndex } from "./id-index.ts";
import { entryHead, readEntryHead } from "./pack-entry.ts";

export type ObjectKind = "commit" | "tree" | "blob";

/** Objects by their ids, kept as the entries of a pack. */
export type ObjectStore = {
  /** Keeps an object and gives its id. `base` is an earlier one that it resembles. */
  add(kind: ObjectKind, body: Buffer, base?: string | null): string;
  /** The body; throws where there is no such object of that kind. The bytes are shared: nobody writes to them. */
  read(kind: ObjectKind, id: string): Buffer;
  /** Null where there is no such object. */
  kindOf(id: string): ObjectKind | null;
  /** The place in the order in which objects came, so after all that it names; -1 where it is not there. */
  placeOf(id: string): number;
  count(): number;
  /** The entries from that place on, as of now. */
  entriesFrom(place: number): readonly Buffer[];
};

// A longer chain weighs less and takes longer to read; 50 is what git itself allows.
const DEPTH_MOST = 40;
const TYPES: Readonly<Record<ObjectKind, 1 | 2 | 3>> = { commit: 1, tree: 2, blob: 3 };
const KINDS: readonly (ObjectKind | null)[] = [null, "commit", "tree", "blob"];

/** All that a store keeps. */
type Kept = {
  readonly index: IdIndex;
  readonly chunks: ByteChunks;
  readonly places: EntryPlaces;
  readonly cache: BodyCache;
};

export function createObjectStore(): ObjectStore {
  const index = createIdIndex();
  const chunks = createByteChunks();
  const places = createEntryPlaces();
  const cache = createBodyCache();
  const kept: Kept = { index, chunks, places, cache };
  const placeOf = (id: string): number => index.find(Buffer.from(id, "hex"));
  return {
    add(kind, body, base = null) {
      const id = idOf(kind, body);
      const bytes = Buffer.from(id, "hex");
      if (index.find(bytes) >= 0) return id;
      const { depth, pieces } = makeEntry(kept, { kind, body, base });
      index.add(bytes);
      places.add(chunks.append(pieces), { depth, type: TYPES[kind] });
      if (kind !== "commit") cache.set(id, body);
      return id;
    },
    read(kind, id) {
      const place = placeOf(id);
      if (place < 0 || places.typeOf(place) !== TYPES[kind]) {
        throw new Error(`The fake's git has no ${kind} ${id}.`);
      }
      const held = cache.get(id);
      if (held) return held;
      const body = bodyAt(kept, place);
      if (kind !== "commit") cache.set(id, body);
      return body;
    },
    kindOf(id) {
      const place = placeOf(id);
      return place < 0 ? null : (KINDS[places.typeOf(place)] ?? null);
    },
    placeOf,
    count: () => index.count(),
    entriesFrom: (place) => (place >= index.count() ? [] : chunks.from(places.get(place))),
  };
}

function bodyAt(kept: Kept, place: number): Buffer {
  const { type, size, base, payload } = readEntry(kept.chunks, kept.places.get(place));
  const bytes = inflate(payload, size);
  if (type !== "delta") return bytes;
  const before = kept.cache.get(base.toString("hex")) ?? bodyAt(kept, kept.index.find(base));
  return applyDelta(before, bytes);
}

type Made = { readonly kind: ObjectKind; readonly body: Buffer; readonly base: string | null };

/** The entry of a body: what makes it of its base where that is much shorter, else all of it. */
function makeEntry(kept: Kept, { kind, body, base }: Made) {
  const baseId = Buffer.from(base ?? "", "hex");
  const place = base === null ? -1 : kept.index.find(baseId);
  const depth = place < 0 ? 0 : kept.places.depthOf(place) + 1;
  if (place >= 0 && depth <= DEPTH_MOST) {
    const delta = encodeDelta(kept.cache.get(base ?? "") ?? bodyAt(kept, place), body);
    if (delta) return { depth, pieces: [entryHead("delta", delta.length), baseId, deflate(delta)] };
  }
  return { depth: 0, pieces: [entryHead(TYPES[kind], body.length), deflate(body)] };
}

let scratch = Buffer.alloc(64 * 1024);

function idOf(kind: ObjectKind, body: Buffer): string {
  const head = `${kind} ${body.length}\0`;
  if (head.length + body.length > scratch.length) scratch = Buffer.alloc(head.length + body.length);
  scratch.write(head, "latin1");
  body.copy(scratch, head.length);
  return hash("sha1", scratch.subarray(0, head.length + body.length), "hex");
}

// Long enough for any head and base; the stream behind tells its own end.
const HEAD_MOST = 40;

function readEntry(chunks: ByteChunks, position: number) {
  const { type, size, length } = readEntryHead(chunks.read(position, HEAD_MOST));
  const start = position + length;
  const base = type === "delta" ? chunks.read(start, 20) : Buffer.alloc(0);
  const payload = chunks.read(start + base.length, Number.MAX_SAFE_INTEGER);
  return { type, size, base, payload };
}
