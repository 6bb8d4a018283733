import type { Random } from "../random.ts";
import type { FakeFile } from "../store.ts";
import { blockLines, fileLines } from "./render-file.ts";
import type { Block, WorldFile } from "./world.ts";

/** What a pull request does to a file. */
export type PlannedFile = {
  readonly file: WorldFile;
  readonly row: FakeFile;
  /** As it stands afterwards; null where it goes. */
  readonly blocks: readonly Block[] | null;
};

const BLOCKS_MOST = 24;
// Above the ids that files begin with.
const OWN_IDS = 10;

/** A few blocks change, and often one is new. `mark` is the change's own, which no file has yet. */
export function editOf(file: WorldFile, mark: number, random: Random): PlannedFile {
  const edited = [...file.blocks];
  const changed = new Set<number>();
  for (let count = 1 + random.below(2); count > 0; count -= 1)
    changed.add(random.below(edited.length));
  for (const at of changed) edited[at] = { id: edited[at]?.id ?? 0, mark };
  const grows = edited.length < BLOCKS_MOST && random.chance(0.5);
  // Its id is its own in the file for good, so that no two blocks are alike.
  if (grows) edited.splice(random.below(edited.length + 1), 0, { id: mark + OWN_IDS, mark });
  const additions = changed.size + (grows ? blockLines(file) : 0);
  return {
    file,
    row: rowOf(file, { status: "changed", additions, deletions: changed.size }),
    blocks: edited,
  };
}

/** One case more, as a fix adds it to the test beside it. */
export function caseOf(file: WorldFile, mark: number, random: Random): PlannedFile {
  if (file.blocks.length >= BLOCKS_MOST) return editOf(file, mark, random);
  const row = rowOf(file, { status: "changed", additions: blockLines(file), deletions: 0 });
  return { file, row, blocks: [...file.blocks, { id: mark + OWN_IDS, mark }] };
}

export function newOf(file: WorldFile): PlannedFile {
  const additions = fileLines(file, file.blocks);
  return {
    file,
    row: rowOf(file, { status: "added", additions, deletions: 0 }),
    blocks: file.blocks,
  };
}

export function deletionOf(file: WorldFile): PlannedFile {
  const deletions = fileLines(file, file.blocks);
  return { file, row: rowOf(file, { status: "deleted", additions: 0, deletions }), blocks: null };
}

/** The file under another path; every second time with an edited line. */
export function moveOf(file: WorldFile, mark: number, random: Random): PlannedFile {
  const blocks = [...file.blocks];
  const isEdited = random.chance(0.5);
  if (isEdited) blocks[0] = { id: blocks[0]?.id ?? 0, mark };
  const parts = file.path.split("/");
  const folder = parts.slice(0, -1).filter((part) => !part.startsWith("moved"));
  const row = rowOf(file, {
    path: [...folder, `moved${mark}`, parts.at(-1)].join("/"),
    previousPath: file.path,
    status: "renamed",
    additions: isEdited ? 1 : 0,
    deletions: isEdited ? 1 : 0,
  });
  return { file, row, blocks };
}

function rowOf(file: WorldFile, row: Partial<FakeFile> & Pick<FakeFile, "status">): FakeFile {
  const base = { path: file.path, previousPath: null, additions: 0, deletions: 0, ...row };
  return file.tongue.isBinary ? { ...base, additions: 0, deletions: 0, patch: null } : base;
}
