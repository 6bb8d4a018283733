import { z } from "zod";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { isGone, isForbidden as isRefused } from "../fails-all.ts";
import { BYTES_MAX, MISSING, TOO_LARGE, toText } from "../to-text.ts";
import { askBatches } from "./ask-batches.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import { triesOf } from "./page-size.ts";
import { parse } from "./parse.ts";
import { encodePath, FORBIDDEN } from "./read-branch.ts";
import { errorOf, isForbidden } from "./read-graphql.ts";
import { FileContent } from "./rest-schema.ts";

export const TEXTS_AT_ONCE = 40;
const SHA = /^[0-9a-f]{40}$/;

const BINARY = "The file is binary.";
const NO_FILE = "It is no file.";
const NO_TEXT = "The forge gives no text of this file, as it does for one over its size limit.";

/** What is asked of a file. */
export const BLOB = "... on Blob { byteSize isBinary isTruncated text }";
export const Blob = z.object({
  byteSize: z.int().nullish(),
  isBinary: z.boolean().nullish(),
  isTruncated: z.boolean().nullish(),
  text: z.string().nullish(),
});
export type Blob = z.infer<typeof Blob>;

/** The question for the texts of these files at a commit. */
export const textsQuestion = (sha: string, paths: readonly string[]): RepositoryQuestion => ({
  declared: paths.map((_, index) => `, $f${index}: String!`).join(""),
  fields: `${paths.map((_, index) => `f${index}: object(expression: $f${index}) { ${BLOB} }`).join(" ")} isEmpty`,
  variables: Object.fromEntries(paths.map((path, index) => [`f${index}`, `${sha}:${path}`])),
  ...triesOf(paths.length),
});

/** The texts of files at a commit, many with one question; one that is too large for that, and not for us, is asked for by itself. */
export async function readTexts(
  place: Place,
  sha: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Known<string>>> {
  const distinct = [...new Set(paths)];
  const gone = unknown(`The forge does not have the commit ${sha}.`);
  if (!SHA.test(sha)) return new Map(distinct.map((path) => [path, gone]));
  const texts = new Map<string, Known<string>>();
  const batches = askBatches<string, readonly [string, Known<string>]>(distinct, TEXTS_AT_ONCE, {
    ask: (batch) => askMany(place, sha, batch),
    fail(_path, failure) {
      throw failure;
    },
  });
  for await (const [path, text] of batches) texts.set(path, text);
  return texts;
}

async function askMany(place: Place, sha: string, paths: readonly string[]) {
  const schema = z.record(z.string(), z.union([Blob, z.boolean()]).nullable());
  const { told, troubles } = await askRepository(place, schema, textsQuestion(sha, paths));
  const isHidden = isForbidden(troubles);
  // Without a failure nothing there means that there is nothing.
  if (!isHidden && troubles.length > 0) throw errorOf(troubles);
  const answers: (readonly [string, Known<string>])[] = [];
  for (const [index, path] of paths.entries()) {
    const blob = told[`f${index}`];
    const row = typeof blob === "object" ? blob : null;
    const text = isHidden ? unknown(FORBIDDEN) : await textOf(place, { sha, path }, row);
    answers.push([path, text]);
  }
  return answers;
}

/** The text of a file of which the forge told so much; asks once more where it told only the beginning. */
export async function textOf(
  place: Place,
  { sha, path }: { readonly sha: string; readonly path: string },
  blob: Blob | null,
): Promise<Known<string>> {
  if (blob === null) return unknown(MISSING);
  if (typeof blob.byteSize !== "number") return unknown(NO_FILE);
  if (blob.byteSize > BYTES_MAX) return unknown(TOO_LARGE);
  if (blob.isBinary === true) return unknown(BINARY);
  if (typeof blob.text === "string" && blob.isTruncated !== true) return toText(blob.text);
  try {
    const query = `?ref=${encodeURIComponent(sha)}`;
    const { body } = await place.api.get(`${place.path}/contents/${encodePath(path)}${query}`);
    const { content, encoding } = parse(FileContent, body, "file content");
    if (typeof content !== "string" || encoding !== "base64") return unknown(NO_TEXT);
    return toText(Buffer.from(content, "base64").toString("utf8"));
  } catch (error) {
    if (isRefused(error)) return unknown(FORBIDDEN);
    if (isGone(error)) return unknown(MISSING);
    throw error;
  }
}
