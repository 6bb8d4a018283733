import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { readRecords } from "./git.ts";
import { openBlobs } from "./open-blobs.ts";
import type { Clone } from "./open-clone.ts";

/** The files of a commit: listed once, and read by one git that stays until they are disposed of. */
export type CommitFiles = AsyncDisposable & {
  readonly paths: readonly string[];
  /** The texts of these files; unknown where one is not in the commit, missing in the clone, larger than 1 MiB or binary. */
  texts(paths: readonly string[]): Promise<ReadonlyMap<string, Known<string>>>;
};

const FILE = /^\d{6} blob ([0-9a-f]+)\t(.+)$/s;
const MISSING = "The commit has no such file.";
const BINARY = "The file is binary.";

/** The files of a commit, links among them and repositories inside it not; unknown where the clone cannot list them whole. */
export async function openFiles(clone: Clone, commit: string): Promise<Known<CommitFiles>> {
  const listed = await listIds(clone, commit);
  if (!listed.known) return listed;
  const ids = listed.value;
  const blobs = openBlobs(clone);
  return known({
    paths: [...ids.keys()],
    async texts(paths) {
      try {
        const wanted = paths.flatMap((path) => ids.get(path) ?? []);
        const contents = await blobs.read([...new Set(wanted)]);
        return new Map(paths.map((path) => [path, toText(contents.get(ids.get(path) ?? ""))]));
      } catch (error) {
        const why = notRead("read", error);
        return new Map(paths.map((path) => [path, why]));
      }
    },
    [Symbol.asyncDispose]: () => blobs[Symbol.asyncDispose](),
  });
}

/** The ids of the contents by path. */
async function listIds(
  { directory }: Clone,
  commit: string,
): Promise<Known<ReadonlyMap<string, string>>> {
  const args = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit];
  const ids = new Map<string, string>();
  try {
    for await (const records of readRecords({ directory, args })) {
      for (const record of records) {
        const [, id, path] = FILE.exec(record) ?? [];
        if (id !== undefined && path !== undefined) ids.set(path, id);
      }
    }
    return known(ids);
  } catch (error) {
    return notRead("listed", error);
  }
}

function toText(content: Known<Buffer> | undefined): Known<string> {
  if (!content?.known) return unknown(content?.why ?? MISSING);
  return content.value.includes(0) ? unknown(BINARY) : known(content.value.toString("utf8"));
}

function notRead(how: "listed" | "read", error: unknown): Known<never> {
  if (!(error instanceof ForgeError)) throw error;
  return unknown(`The files could not be ${how} (${error.message}) Fetch the clone whole.`);
}
