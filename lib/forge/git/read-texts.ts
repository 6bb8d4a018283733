import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { openBlobs } from "./open-blobs.ts";
import type { Clone } from "./open-clone.ts";
import { listFiles } from "./read-tree.ts";

const MISSING = "The commit has no such file.";
const BINARY = "The file is binary.";

/** The texts of these files at a commit; unknown where one is not in it, missing in the clone, larger than 1 MiB or binary. */
export async function readTexts(
  clone: Clone,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Known<string>>> {
  const texts = new Map<string, Known<string>>(paths.map((path) => [path, unknown(MISSING)]));
  if (texts.size === 0) return texts;
  try {
    const ids = new Map<string, string>();
    for await (const files of listFiles(clone, commit)) {
      for (const { id, path } of files) if (texts.has(path)) ids.set(path, id);
    }
    await using blobs = openBlobs(clone, { fetchMissing: false });
    const contents = await blobs.read([...new Set(ids.values())]);
    for (const [path, id] of ids) texts.set(path, toText(contents.get(id)));
    return texts;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const why = `The files could not be read (${error.message}) Fetch the clone whole.`;
    return new Map(paths.map((path) => [path, unknown(why)]));
  }
}

function toText(content: Known<Buffer> | undefined): Known<string> {
  if (!content?.known) return unknown(content?.why ?? MISSING);
  return content.value.includes(0) ? unknown(BINARY) : known(content.value.toString("utf8"));
}
