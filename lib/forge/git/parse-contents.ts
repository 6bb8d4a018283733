import { type Known, known, unknown } from "#/lib/facts/known.ts";

const BYTES_MAX = 1024 * 1024;

const LARGE = "The file is larger than 1 MiB, so it was not read.";
const NO_FILE = "It is no file.";
export const LACKS = "The clone lacks the contents of this file";
export const MISSING = `${LACKS}. Fetch it whole.`;
export const BROKEN = "The clone has damaged contents of this file. Run: git fsck";

/** Whether it is the clone, and not the file itself, for which its contents are not known. */
export const isForLack = (content: Known<unknown>): boolean =>
  !content.known && (content.why.startsWith(LACKS) || content.why === BROKEN);

type Body = { id: string; size: number; left: number; parts: Buffer[]; why: string | null };

/** Reads the answers of `git cat-file --batch` as they come, each a line "id type size" with so many bytes and a newline behind it, or a line "id missing"; says how many ended in a chunk. */
export function contentsParser(): (chunk: Buffer, found: Map<string, Known<Buffer>>) => number {
  let heading = "";
  let body: Body | null = null;
  return (chunk, found) => {
    let ended = 0;
    for (let at = 0; at < chunk.length; ) {
      if (body === null) {
        const end = chunk.indexOf(10, at);
        heading += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
        if (end < 0) break;
        at = end + 1;
        body = begin(heading, found);
        heading = "";
        if (body === null) ended += 1;
        continue;
      }
      const part: Buffer = chunk.subarray(at, at + body.left);
      if (body.why === null) body.parts.push(part);
      body.left -= part.length;
      at += part.length;
      if (body.left > 0) break;
      const { id, parts, size, why } = body;
      found.set(id, why === null ? known(Buffer.concat(parts, size)) : unknown(why));
      body = null;
      ended += 1;
    }
    return ended;
  };
}

function begin(heading: string, found: Map<string, Known<Buffer>>): Body | null {
  const [id = "", type, length] = heading.split(" ");
  if (length === undefined) {
    found.set(id, unknown(MISSING));
    return null;
  }
  const size = Number(length);
  const why = type === "blob" ? (size > BYTES_MAX ? LARGE : null) : NO_FILE;
  return { id, size, left: size + 1, parts: [], why };
}
