const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

// Four signs for each byte of the longest path that a system has.
const PRINTED_MAX = 4 * 4096 + 2;
const ESCAPE = /\\(?:([0-7]{3})|([abtnvfr"\\]))/g;

/** A path as git prints it in a difference, without its quotes and escapes; bytes that are no UTF-8 become U+FFFD. Source: git's quoting in C style, used for names with control characters, quotes or backslashes. */
export function unquotePath(printed: string): string {
  if (!printed.startsWith('"') || !printed.endsWith('"') || printed.length > PRINTED_MAX) {
    return printed;
  }
  const inside = printed.slice(1, -1);
  const bytes: Buffer[] = [];
  let start = 0;
  for (const match of inside.matchAll(ESCAPE)) {
    const [whole, octal, letter = ""] = match;
    const byte = octal === undefined ? (ESCAPES[letter] ?? 0) : Number.parseInt(octal, 8);
    bytes.push(Buffer.from(inside.slice(start, match.index)), Buffer.from([byte]));
    start = match.index + whole.length;
  }
  return Buffer.concat([...bytes, Buffer.from(inside.slice(start))]).toString("utf8");
}
