import { type Known, unknown } from "#/lib/facts/known.ts";
import type { Clone } from "./open-clone.ts";
import { openFiles } from "./open-files.ts";

/** The texts of these files at a commit; unknown where one is not in it, missing in the clone, larger than 1 MiB or binary. */
export async function readTexts(
  clone: Clone,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Known<string>>> {
  if (paths.length === 0) return new Map();
  const opened = await openFiles(clone, commit);
  if (!opened.known) return new Map(paths.map((path) => [path, unknown(opened.why)]));
  await using files = opened.value;
  return await files.texts(paths);
}
