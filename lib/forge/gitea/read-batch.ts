import type { z } from "zod";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { isAbsent } from "../fails-all.ts";
import type { HttpClient } from "../http.ts";
import { BYTES_MAX, MISSING, OVER_LIMIT, TOO_LARGE, toText } from "../to-text.ts";
import { parse } from "./parse.ts";
import { FileContents } from "./schema.ts";

const FILES_MAX = 30;
const QUERY_MAX = 4000;
const ANSWER_BYTES_MAX = 8 * 1024 * 1024;

/** Of the first paths that were asked for, in their order. */
export type BatchAnswer = readonly Known<string>[];

type Place = { readonly http: HttpClient; readonly repository: string };

/** The texts of as many of these paths as the forge gives with one request, at least of the first; `absent` where it knows no such request, or no such commit. Source: it answers for the first `DEFAULT_PAGING_NUM` of them or fewer, null for what it cannot give, and without content for what is over `DEFAULT_MAX_BLOB_SIZE`. */
export async function readBatch(
  place: Place,
  sha: string,
  paths: readonly string[],
): Promise<BatchAnswer | "absent"> {
  let asked = fitting(paths);
  for (;;) {
    const answer = await ask(place, sha, asked);
    if (answer === "absent") return answer;
    if (answer !== "too long") return answer.length > 0 ? answer : [unknown(OVER_LIMIT)];
    if (asked.length === 1) return [unknown(TOO_LARGE)];
    asked = asked.slice(0, Math.ceil(asked.length / 2));
  }
}

// Asked by GET, since to the forge a POST is a write; so the address bounds how many.
function fitting(paths: readonly string[]): readonly string[] {
  let left = QUERY_MAX;
  const last = paths.slice(0, FILES_MAX).findIndex((path) => {
    left -= encodeURIComponent(JSON.stringify(path)).length + 3;
    return left < 0;
  });
  return paths.slice(0, last < 0 ? FILES_MAX : Math.max(1, last));
}

async function ask(
  { http, repository }: Place,
  sha: string,
  files: readonly string[],
): Promise<BatchAnswer | "absent" | "too long"> {
  const query = new URLSearchParams({ ref: sha, body: JSON.stringify({ files }) });
  try {
    const { text, isCut } = await http.text(`/repos/${repository}/file-contents?${query}`, {
      what: "JSON",
      bytesMax: ANSWER_BYTES_MAX,
      isWhole: isJson,
    });
    if (isCut) return "too long";
    const rows = parse(FileContents, JSON.parse(text), "file contents");
    return rows.slice(0, files.length).map((row, index) => textOf(row, files[index]));
  } catch (error) {
    if (isAbsent(error)) return "absent";
    throw error;
  }
}

type Row = z.infer<typeof FileContents>[number];

function textOf(row: Row, path: string | undefined): Known<string> {
  if (row === null) return unknown(MISSING);
  if (row.path !== path) return unknown("The forge gave another file in its place.");
  if (row.type !== "file") return unknown("It is no file.");
  if (typeof row.content !== "string") return unknown(OVER_LIMIT);
  const bytes = Buffer.from(row.content, "base64");
  return bytes.length > BYTES_MAX ? unknown(TOO_LARGE) : toText(bytes.toString("utf8"));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
