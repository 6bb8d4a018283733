import { type Known, unknown } from "#/lib/facts/known.ts";
import type { PatchAnswer, WantedPatches } from "../forge.ts";
import { openBlobs } from "./open-blobs.ts";
import type { Clone } from "./open-clone.ts";
import { addPatches } from "./patch/add-patches.ts";
import { readFiles } from "./read-files.ts";
import type { ListedFile } from "./to-changed-files.ts";

const BATCH = 500;

const NAMELESS = "The commit that merged this pull request is not known, so it has no patch.";
const UNTOUCHED = "The commit that merged this pull request does not touch the file.";

/** The files that pull requests touch, by their numbers; unknown where the clone cannot tell. */
export type ListFiles = (
  wanted: readonly WantedPatches[],
) => Promise<ReadonlyMap<number, Known<readonly ListedFile[]>>>;

/** The patches of pull requests, in the order in which they were asked for; unknown where the clone cannot tell. Unless told otherwise they are taken by the commits that merged them, against the first parents of those. */
export async function* readPatches(
  clone: Clone,
  wanted: readonly WantedPatches[],
  listFiles: ListFiles = (batch) => ofMerges(clone, batch),
): AsyncGenerator<PatchAnswer> {
  await using blobs = openBlobs(clone);
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH);
    const filesOf = await listFiles(batch);
    const asked = batch.map(({ number, paths }) => {
      const files = filesOf.get(number);
      return { files: files?.known ? files.value : [], paths: new Set(paths) };
    });
    let at = 0;
    for await (const files of addPatches(blobs, asked)) {
      const one = batch[at];
      at += 1;
      if (!one) continue;
      const listed = filesOf.get(one.number) ?? unknown(NAMELESS);
      const why = unknown(listed.known ? UNTOUCHED : listed.why);
      const patches = new Map<string, Known<string>>(one.paths.map((path) => [path, why]));
      for (const { path, patch } of files) if (patch) patches.set(path, patch);
      yield { number: one.number, patches };
    }
  }
}

async function ofMerges(clone: Clone, wanted: readonly WantedPatches[]) {
  const filesOf = await readFiles(
    clone,
    wanted.flatMap(({ sha }) => sha ?? []),
  );
  return new Map(
    wanted.map(({ number, sha }) => [number, filesOf.get(sha ?? "") ?? unknown(NAMELESS)]),
  );
}
