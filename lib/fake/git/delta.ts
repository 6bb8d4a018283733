const COPY_MOST = 0xffff;
const INSERT_MOST = 127;
const COPY_LENGTH = 7;
const SIZES_MOST = 10;

/** What makes one body of another, in the form that packs have: what both begin and end with is copied, what lies between is written. Null where that is no shorter than half of it. */
export function encodeDelta(base: Buffer, target: Buffer): Buffer | null {
  const before = sharedStart(base, target);
  const after = sharedEnd(base, target, Math.min(base.length, target.length) - before);
  const written = target.length - before - after;
  const copies = 2 + Math.floor(before / COPY_MOST) + Math.floor(after / COPY_MOST);
  const most = SIZES_MOST + written + Math.ceil(written / INSERT_MOST) + copies * COPY_LENGTH;
  if (most > target.length / 2) return null;
  const out = Buffer.allocUnsafe(most);
  let end = putSize(out, 0, base.length);
  end = putSize(out, end, target.length);
  end = putCopy(out, end, { from: 0, length: before });
  for (let at = before; at < target.length - after; at += INSERT_MOST) {
    const stop = Math.min(at + INSERT_MOST, target.length - after);
    out[end] = stop - at;
    end += 1 + target.copy(out, end + 1, at, stop);
  }
  end = putCopy(out, end, { from: base.length - after, length: after });
  return out.subarray(0, end);
}

// Comparing a run of bytes at once is many times as quick as one by one.
const RUN = 128;

function sharedStart(base: Buffer, target: Buffer): number {
  const most = Math.min(base.length, target.length);
  let at = 0;
  while (at + RUN <= most && base.compare(target, at, at + RUN, at, at + RUN) === 0) at += RUN;
  while (at < most && base[at] === target[at]) at += 1;
  return at;
}

function sharedEnd(base: Buffer, target: Buffer, most: number): number {
  const [b, t] = [base.length, target.length];
  let at = 0;
  while (
    at + RUN <= most &&
    base.compare(target, t - at - RUN, t - at, b - at - RUN, b - at) === 0
  ) {
    at += RUN;
  }
  while (at < most && base[b - 1 - at] === target[t - 1 - at]) at += 1;
  return at;
}

type Copy = { readonly from: number; readonly length: number };

// Every byte of the place and the length is written, zeros too.
function putCopy(out: Buffer, start: number, { from, length }: Copy): number {
  let end = start;
  for (let done = 0; done < length; done += COPY_MOST) {
    out[end] = 0xbf;
    out.writeUInt32LE(from + done, end + 1);
    out.writeUInt16LE(Math.min(COPY_MOST, length - done), end + 5);
    end += COPY_LENGTH;
  }
  return end;
}

function putSize(out: Buffer, start: number, length: number): number {
  let end = start;
  for (let rest = length; ; rest >>>= 7) {
    out[end] = rest < 0x80 ? rest : (rest & 0x7f) | 0x80;
    end += 1;
    if (rest < 0x80) return end;
  }
}

/** The body that a delta makes of its base; only for what `encodeDelta` wrote. */
export function applyDelta(base: Buffer, delta: Buffer): Buffer {
  const [, afterBase] = readSize(delta, 0);
  const [length, start] = readSize(delta, afterBase);
  const target = Buffer.alloc(length);
  let filled = 0;
  for (let at = start; at < delta.length; ) {
    const verb = delta[at] ?? 0;
    if (verb & 0x80) {
      const from = delta.readUInt32LE(at + 1);
      const size = delta.readUInt16LE(at + 5);
      filled += base.copy(target, filled, from, from + size);
      at += 7;
    } else {
      filled += delta.copy(target, filled, at + 1, at + 1 + verb);
      at += 1 + verb;
    }
  }
  return target;
}

function readSize(bytes: Buffer, start: number): [size: number, next: number] {
  let size = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at] ?? 0;
    at += 1;
    size |= (byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return [size >>> 0, at];
  }
}
