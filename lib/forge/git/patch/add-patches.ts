import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { oneAhead } from "../one-ahead.ts";
import type { Blobs } from "../open-blobs.ts";
import type { ListedFile, RawChange } from "../to-changed-files.ts";
import { showMoves, suspectsOf } from "./find-moves.ts";
import { grouped } from "./grouped.ts";
import { contentsOf, patchOf } from "./patch-of.ts";

/** The files of one difference, and the paths whose patches are wanted. */
export type Asked = { readonly files: readonly ListedFile[]; readonly paths: ReadonlySet<string> };

// Contents have at most 1 MiB each, so this bounds what is in memory at a time.
const CONTENTS_MAX = 400;
const PATCHES_MAX = 1000;
const TEXT_MAX = 32 * 1024 * 1024;

const MANY = "More than 1,000 patches of this pull request were wanted, so this one was not read.";
const MUCH = "The patches of this pull request have more than 32 MiB, so this one was not kept.";

/** The files of each difference in order, those that are wanted with their patches. An added file that is mostly a removed one of the same difference becomes a renamed one, since a test that moved is no new test. */
export async function* addPatches(
  blobs: Blobs,
  asked: readonly Asked[],
): AsyncGenerator<readonly ChangedFile[]> {
  const waiting = await withMoves(blobs, asked);
  const groups = grouped(waiting.flatMap(wantedOf), contentsOf, CONTENTS_MAX);
  const read = oneAhead(groups, async ({ items, ids }) => {
    return { items, contents: await blobs.read(ids) };
  });
  const patches = new Map<RawChange, Known<string>>();
  let done = 0;
  for await (const { items, contents } of read) {
    for (const change of items) patches.set(change, patchOf(change, contents));
    for (const { files, paths } of waiting.slice(done)) {
      const last = wantedOf({ files, paths }).at(-1);
      if (last && !patches.has(last)) break;
      done += 1;
      yield take(files, paths, patches);
    }
  }
  for (const { files, paths } of waiting.slice(done)) yield take(files, paths, patches);
}

async function withMoves(blobs: Blobs, asked: readonly Asked[]): Promise<readonly Asked[]> {
  const suspected = asked.map((one) => ({ ...one, suspects: suspectsOf(one.files, one.paths) }));
  const suspectIds = ({ suspects: { added, removed } }: (typeof suspected)[number]) => [
    ...added.map(({ change }) => change.newId),
    ...removed.map(({ change }) => change.oldId),
  ];
  const shown: Asked[] = [];
  for (const { items, ids } of grouped(suspected, suspectIds, CONTENTS_MAX)) {
    const contents = await blobs.read(ids);
    for (const { files, paths, suspects } of items) {
      shown.push({ files: showMoves(files, suspects, contents), paths });
    }
  }
  return shown;
}

const wantedOf = ({ files, paths }: Asked): readonly RawChange[] =>
  files
    .filter(({ file }) => paths.has(file.path))
    .slice(0, PATCHES_MAX)
    .map(({ change }) => change);

/** The files with their patches, which are forgotten. */
function take(
  files: readonly ListedFile[],
  paths: ReadonlySet<string>,
  patches: Map<RawChange, Known<string>>,
): readonly ChangedFile[] {
  let text = 0;
  return files.map(({ file, change }) => {
    if (!paths.has(file.path)) return file;
    const patch = patches.get(change) ?? unknown(MANY);
    patches.delete(change);
    text += patch.known ? patch.value.length : 0;
    return { ...file, patch: text > TEXT_MAX && patch.known ? unknown(MUCH) : patch };
  });
}
