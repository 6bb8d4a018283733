const NEWLINE = 10;
// From large to small steps: comparing in bulk is a hundred times faster than byte by byte.
const STEPS = [65_536, 4096, 256, 16, 1];

/** How many bytes of whole lines two contents share at their beginning and, behind that, at their end. */
export function sharedEnds(one: Buffer, other: Buffer): { head: number; tail: number } {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  for (const step of STEPS) {
    while (head + step <= shorter && isSame(one, head, other, head, step)) head += step;
  }
  while (head > 0 && one[head - 1] !== NEWLINE) head -= 1;

  let tail = 0;
  const most = shorter - head;
  for (const step of STEPS) {
    while (tail + step <= most && isSameTail(one, other, tail + step, step)) tail += step;
  }
  const isWhole = startsLine(one, one.length - tail) && startsLine(other, other.length - tail);
  if (tail === 0 || isWhole) return { head, tail };
  const end = one.indexOf(NEWLINE, one.length - tail);
  return { head, tail: end < 0 ? 0 : one.length - end - 1 };
}

const startsLine = (content: Buffer, at: number): boolean =>
  at === 0 || content[at - 1] === NEWLINE;

function isSame(one: Buffer, at: number, other: Buffer, otherAt: number, length: number): boolean {
  return one.compare(other, otherAt, otherAt + length, at, at + length) === 0;
}

/** Whether the first so many bytes of two equally long ends are the same. */
const isSameTail = (one: Buffer, other: Buffer, tail: number, length: number): boolean =>
  isSame(one, one.length - tail, other, other.length - tail, length);
