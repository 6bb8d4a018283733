/** Bytes that are only appended, in pieces that never move; a piece lies whole in one chunk. */
export type ByteChunks = {
  append(pieces: readonly Uint8Array[]): number;
  read(position: number, length: number): Buffer;
  /** Everything from a position on, as of now. */
  from(position: number): readonly Buffer[];
  end(): number;
};

type Chunk = { readonly bytes: Buffer; used: number };

const FIRST = 4096;
const MOST = 4 * 1024 * 1024;
// A position is the chunk's number and the place in it, in one number.
const SPAN = 2 ** 32;

export function createByteChunks(): ByteChunks {
  const chunks: Chunk[] = [];

  function roomFor(length: number): Chunk {
    const last = chunks.at(-1);
    if (last && last.used + length <= last.bytes.length) return last;
    const size = Math.min(MOST, last ? last.bytes.length * 2 : FIRST);
    const added = { bytes: Buffer.allocUnsafeSlow(Math.max(size, length)), used: 0 };
    chunks.push(added);
    return added;
  }

  return {
    append(pieces) {
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      const chunk = roomFor(length);
      const position = (chunks.length - 1) * SPAN + chunk.used;
      for (const piece of pieces) {
        chunk.bytes.set(piece, chunk.used);
        chunk.used += piece.length;
      }
      return position;
    },
    read(position, length) {
      const at = position % SPAN;
      const bytes = chunks[Math.floor(position / SPAN)]?.bytes ?? Buffer.alloc(0);
      return bytes.subarray(at, at + length);
    },
    from(position) {
      const first = Math.floor(position / SPAN);
      return chunks
        .slice(first)
        .map(({ bytes, used }, index) => bytes.subarray(index === 0 ? position % SPAN : 0, used));
    },
    end: () => (chunks.length === 0 ? 0 : (chunks.length - 1) * SPAN + (chunks.at(-1)?.used ?? 0)),
  };
}
