import { constants, deflateSync, inflateSync } from "node:zlib";

const SMALL = 8192;
const HEAD = 7;

/** A zlib stream of the body. A small one is not compressed, since starting the compressor takes longer than all else about it. */
export function deflate(body: Buffer): Buffer {
  if (body.length >= SMALL) return deflateSync(body, { level: constants.Z_BEST_SPEED });
  const out = Buffer.allocUnsafe(HEAD + body.length + 4);
  // The stream's head, then one block that is the last and stored.
  out.set([0x78, 0x01, 0x01]);
  out.writeUInt16LE(body.length, 3);
  out.writeUInt16LE(~body.length & 0xffff, 5);
  body.copy(out, HEAD);
  out.writeUInt32BE(adler32(body), HEAD + body.length);
  return out;
}

/** The body of a stream that `deflate` wrote, of that length. */
export function inflate(stream: Buffer, length: number): Buffer {
  return length >= SMALL ? inflateSync(stream) : stream.subarray(HEAD, HEAD + length);
}

// So many bytes cannot carry a sum past 32 bits.
const RUN = 2048;

function adler32(bytes: Buffer): number {
  let a = 1;
  let b = 0;
  for (let start = 0; start < bytes.length; start += RUN) {
    const end = Math.min(bytes.length, start + RUN);
    for (let at = start; at < end; at += 1) {
      a += bytes[at] ?? 0;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
