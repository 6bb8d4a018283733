import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { messageOf } from "#/lib/errors.ts";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "../forge-error.ts";
import { fetchBlobs } from "./fetch-blobs.ts";
import { runGit } from "./git.ts";
import type { Clone } from "./open-clone.ts";
import { LACKS, MISSING } from "./parse-contents.ts";
import { type BlobReader, blobReader, type Contents } from "./read-blobs.ts";

/** Reads the contents of files by their ids; disposed of when nothing more is read. */
export type Blobs = AsyncDisposable & { read(ids: readonly string[]): Promise<Contents> };

/** Where a partial clone gets what it lacks, and the directory that shows its objects without asking there. */
type Partial = { readonly remote: string; readonly view: string };
type Opened = { readonly reader: BlobReader; readonly partial: Partial | null };

/** The contents that a clone holds, and where that is allowed those that its remote holds for it. */
export function openBlobs(
  { directory, fetch }: Clone,
  options: { fetchMissing: boolean } = { fetchMissing: false },
): Blobs {
  let opening: Promise<Opened> | null = null;
  const fromRemote =
    ({ remote }: Partial) =>
    (ids: readonly string[]) =>
      fetchBlobs(directory, remote, ids);
  return {
    async read(ids) {
      if (ids.length === 0) return new Map();
      opening ??= open(directory);
      const { reader, partial } = await opening;
      const contents = await reader.read(ids);
      const bring = fetch ?? (options.fetchMissing && partial ? fromRemote(partial) : null);
      const missing = bring === null ? [] : ids.filter((id) => isMissing(contents.get(id)));
      if (bring === null || missing.length === 0) return contents;
      const why = await brought(bring, missing);
      const late = why === null ? await reader.read(missing) : failed(missing, why);
      return new Map([...contents, ...late]);
    },
    async [Symbol.asyncDispose]() {
      const opened = await opening?.catch(() => null);
      await opened?.reader.close();
      if (opened?.partial) await rm(opened.partial.view, { recursive: true, force: true });
    },
  };
}

async function open(directory: string): Promise<Opened> {
  const partial = await openPartial(directory);
  if (!partial) return { reader: blobReader({ directory }), partial };
  const objects = await runGit({ directory, args: ["rev-parse", "--git-path", "objects"] });
  const environment = {
    GIT_DIR: partial.view,
    GIT_OBJECT_DIRECTORY: resolve(directory, objects.trim()),
  };
  return { reader: blobReader({ directory, environment }), partial };
}

const isMissing = (content: Known<Buffer> | undefined): boolean =>
  content !== undefined && !content.known && content.why === MISSING;

const failed = (ids: readonly string[], why: string): Contents =>
  new Map(ids.map((id) => [id, unknown(why)]));

/** Null when they were fetched, else why not. */
async function brought(
  bring: (ids: readonly string[]) => Promise<void>,
  ids: readonly string[],
): Promise<string | null> {
  try {
    await bring(ids);
    return null;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return `${LACKS}, and its remote did not give them (${messageOf(error)}).`;
  }
}

/**
 * Null for a clone that is not partial. In a partial one git asks the remote for each missing object,
 * one at a time, or dies when it may not. A repository beside it that only shares its objects has no
 * remote, so git says what is missing and goes on.
 */
async function openPartial(directory: string): Promise<Partial | null> {
  const args = ["config", "--get-regexp", "^(remote\\..*\\.promisor|extensions\\.partialclone)$"];
  const set = await runGit({ directory, args }).catch(() => "");
  const [, named, older] =
    /^(?:remote\.(.+)\.promisor (?:true|yes|on|1)|extensions\.partialclone (.+))$/im.exec(set) ??
    [];
  const remote = named ?? older;
  if (remote === undefined) return null;
  const format = await runGit({ directory, args: ["rev-parse", "--show-object-format"] });
  const view = await mkdtemp(join(tmpdir(), "gateline-view-"));
  await mkdir(join(view, "refs"));
  await writeFile(join(view, "HEAD"), "ref: refs/heads/none\n");
  const version = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n";
  const extension = `[extensions]\n\tobjectFormat = ${format.trim()}\n`;
  await writeFile(join(view, "config"), `${version}${format.trim() === "sha1" ? "" : extension}`);
  return { remote, view };
}
