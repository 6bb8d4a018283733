/** As packs number them: commit, tree, blob; a delta names its base by id, and packs number it 7. */
export type EntryType = 1 | 2 | 3 | "delta";

const DELTA = 7;

/** The head of an entry: what it is, and how long its body is before it is compressed. */
export function entryHead(type: EntryType, size: number): Buffer {
  const bytes: number[] = [];
  let byte = ((type === "delta" ? DELTA : type) << 4) | (size & 0x0f);
  for (let rest = size >>> 4; rest > 0; rest >>>= 7) {
    bytes.push(byte | 0x80);
    byte = rest & 0x7f;
  }
  return Buffer.from([...bytes, byte]);
}

/** The same read back, with the head's own length. */
export function readEntryHead(bytes: Buffer): { type: EntryType; size: number; length: number } {
  let at = 0;
  let byte = bytes[at] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 0x0f;
  for (let shift = 4; byte & 0x80; shift += 7) {
    at += 1;
    byte = bytes[at] ?? 0;
    size += (byte & 0x7f) * 2 ** shift;
  }
  return { type: type === 1 || type === 2 || type === 3 ? type : "delta", size, length: at + 1 };
}
