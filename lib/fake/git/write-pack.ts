import { createHash } from "node:crypto";
import type { ObjectStore } from "./object-store.ts";

/** A pack of the objects from that place on, in pieces. One that builds on an earlier object names it, so the pack is thin. */
export function writePack(objects: ObjectStore, from: number): readonly Buffer[] {
  const head = Buffer.alloc(12);
  head.write("PACK");
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(objects.count() - from, 8);
  const pieces = [head, ...objects.entriesFrom(from)];
  const sum = createHash("sha1");
  for (const piece of pieces) sum.update(piece);
  return [...pieces, sum.digest()];
}
