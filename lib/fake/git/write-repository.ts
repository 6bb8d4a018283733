import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FakeGit } from "./fake-git.ts";
import { runGit } from "./run-git.ts";
import { writePack } from "./write-pack.ts";

/** A bare repository on disk, and how much of the one in memory it holds. */
export type Written = { readonly directory: string; readonly objects: number };

export type ServedAs = {
  readonly defaultBranch: string;
  /** Whether a client may leave out contents. */
  readonly filters: boolean;
  /** Whether a client may ask for any commit by its id. */
  readonly anyId: boolean;
};

// Above this many objects a pack is kept as one; git draws the same line.
const LOOSE_MOST = 100;

/** Writes a bare repository that has no objects yet. */
export async function beginRepository(directory: string, served: ServedAs): Promise<Written> {
  for (const folder of ["objects/info", "objects/pack", "refs/heads", "refs/tags"]) {
    await mkdir(join(directory, folder), { recursive: true });
  }
  await writeFile(join(directory, "HEAD"), `ref: refs/heads/${served.defaultBranch}\n`);
  const { filters, anyId } = served;
  const config = [
    "[core]\n\trepositoryformatversion = 0\n\tbare = true",
    "[gc]\n\tauto = 0",
    `[uploadpack]\n\tallowFilter = ${filters}\n\tallowAnySHA1InWant = ${anyId}`,
  ];
  await writeFile(join(directory, "config"), `${config.join("\n")}\n`);
  return { directory, objects: 0 };
}

/** Brings a repository on disk to where the one in memory stands now: first the objects that are new, then all refs at once. */
export async function writeRepository(
  git: FakeGit,
  { directory, objects }: Written,
): Promise<Written> {
  const count = git.objects.count();
  const refs = printRefs(git.refs);
  if (count > objects) {
    const input = writePack(git.objects, objects);
    const args = ["-C", directory, ...unpacker(count - objects)];
    await runGit({ args, input });
  }
  const waiting = join(directory, "packed-refs.new");
  await writeFile(waiting, refs);
  await rename(waiting, join(directory, "packed-refs"));
  return { directory, objects: count };
}

const unpacker = (objects: number): readonly string[] =>
  objects > LOOSE_MOST ? ["index-pack", "--stdin", "--fix-thin"] : ["unpack-objects", "-q"];

function printRefs(refs: FakeGit["refs"]): string {
  // Git looks a name up by halving, so their order is that of their bytes.
  const rows = [...refs].map(([name, id]) => ({ key: Buffer.from(name), line: `${id} ${name}\n` }));
  rows.sort((a, b) => Buffer.compare(a.key, b.key));
  return `# pack-refs with: peeled fully-peeled sorted \n${rows.map(({ line }) => line).join("")}`;
}
