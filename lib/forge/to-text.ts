import { type Known, known, unknown } from "#/lib/facts/known.ts";

export const BYTES_MAX = 1024 * 1024;
export const TOO_LARGE = "The file is larger than 1 MiB, so it was not read.";
export const OVER_LIMIT =
  "The forge gives no text of this file, as it does for one over its size limit. Raise the limit there (DEFAULT_MAX_BLOB_SIZE) or make the file smaller.";
export const MISSING = "The commit has no such file.";
const BINARY = "The file is binary.";

/** A file's text; unknown where it holds a NUL, which git takes for binary. What is no UTF-8 in it has become U+FFFD. */
export const toText = (text: string): Known<string> =>
  text.includes("\0") ? unknown(BINARY) : known(text);
