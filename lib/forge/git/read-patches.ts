import { type Known, unknown } from "#/lib/facts/known.ts";
import type { PatchAnswer, WantedPatches } from "../forge.ts";
import { openBlobs } from "./open-blobs.ts";
import type { Clone } from "./open-clone.ts";
import { addPatches } from "./patch/add-patches.ts";
import { readFiles } from "./read-files.ts";

const BATCH = 500;

const NAMELESS = "The commit that merged this pull request is not known, so it has no patch.";
const UNTOUCHED = "The commit that merged this pull request does not touch the file.";

/** The patches of pull requests by the commits that merged them, in the order in which they were asked for; unknown where the clone cannot tell. */
export async function* readPatches(
  clone: Clone,
  wanted: readonly WantedPatches[],
): AsyncGenerator<PatchAnswer> {
  await using blobs = openBlobs(clone, { fetchMissing: false });
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH);
    const shas = batch.flatMap(({ sha }) => sha ?? []);
    const filesOf = await readFiles(clone, shas);
    const asked = batch.map(({ sha, paths }) => {
      const files = filesOf.get(sha ?? "");
      return { files: files?.known ? files.value : [], paths: new Set(paths) };
    });
    let at = 0;
    for await (const files of addPatches(blobs, asked)) {
      const one = batch[at];
      at += 1;
      if (!one) continue;
      const listed = filesOf.get(one.sha ?? "") ?? unknown(NAMELESS);
      const why = unknown(listed.known ? UNTOUCHED : listed.why);
      const patches = new Map<string, Known<string>>(one.paths.map((path) => [path, why]));
      for (const { path, patch } of files) if (patch) patches.set(path, patch);
      yield { number: one.number, patches };
    }
  }
}
