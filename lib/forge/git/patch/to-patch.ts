import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { diffContents } from "./diff-contents.ts";
import { CONTEXT, formatHunks } from "./format-hunks.ts";

const BINARY = "The file is binary, so it has no lines to compare.";
const FAR = "More than 4,000 lines differ, so the patch was not worked out.";
const LONG = "The patch is longer than 20,000 lines or 1 MiB, so it was not kept.";

export const isBinary = (content: Buffer): boolean => content.includes(0);

/** The hunks between two contents of a file; empty for the same content. Bytes that are no UTF-8 show as replacement characters. */
export function toPatch(before: Buffer, after: Buffer): Known<string> {
  if (isBinary(before) || isBinary(after)) return unknown(BINARY);
  const difference = diffContents(before, after, CONTEXT);
  if (difference === null) return unknown(FAR);
  const hunks = formatHunks(difference);
  return hunks === null ? unknown(LONG) : known(Buffer.from(hunks, "latin1").toString("utf8"));
}
