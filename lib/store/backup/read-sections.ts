import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError, messageOf } from "#/lib/errors.ts";
import { END_OF_ROWS } from "./format.ts";

const END = Buffer.from(`${END_OF_ROWS}\n`);
const NEWLINE = 0x0a;

/** A backup as it is read: a line at a time, or the rows of a table as they come. */
export type Sections = {
  /** The next line; throws AppError invalid where the file ends before it. */
  line(): Promise<string>;
  /** The rows up to the end of the table, in pieces that end with a whole row. */
  rows(): AsyncGenerator<Buffer>;
};

/** Opens a backup; throws AppError invalid on what is no packed file. */
export function readSections(file: string): Sections {
  const unpacked = createGunzip();
  pipeline(createReadStream(file), unpacked, () => undefined);
  const chunks = unpacked[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { value, done } = await chunks.next().catch((cause: unknown) => {
      throw broken(file, messageOf(cause));
    });
    if (done) throw broken(file, "it ends before its end");
    held = held.length === 0 ? value : Buffer.concat([held, value]);
  };
  return {
    async line() {
      let end = held.indexOf(NEWLINE);
      for (; end < 0; end = held.indexOf(NEWLINE)) await more();
      const text = held.toString("utf8", 0, end);
      held = held.subarray(end + 1);
      return text;
    },
    async *rows() {
      for (;;) {
        const end = endOfRows(held);
        if (end >= 0) {
          if (end > 0) yield held.subarray(0, end);
          held = held.subarray(end + END.length);
          return;
        }
        // The last row may not be whole, and may be the end of the table.
        const last = held.lastIndexOf(NEWLINE);
        if (last >= 0) {
          yield held.subarray(0, last + 1);
          held = held.subarray(last + 1);
        }
        await more();
      }
    },
  };
}

/** Where the line stands that ends the rows; -1 where it does not. A row that only begins like it has more in its line. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf(END); at >= 0; at = bytes.indexOf(END, at + 1))
    if (at === 0 || bytes[at - 1] === NEWLINE) return at;
  return -1;
}

const broken = (file: string, why: string): AppError =>
  new AppError(
    "invalid",
    `${file} is not a whole backup (${why}). Nothing was changed; take another one.`,
  );
