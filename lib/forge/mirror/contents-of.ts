import { ForgeError } from "../forge-error.ts";
import { fetchContents } from "./fetch-from-forge.ts";
import { folderSize } from "./folder-size.ts";
import type { MirrorFolder } from "./mirror-folder.ts";
import type { MirrorOptions } from "./mirror-options.ts";
import { settingsOf } from "./settings-of.ts";
import { trimCache } from "./trim-cache.ts";

const AT_ONCE = 20_000;

/** Brings the contents of files into a mirror, many at once. Throws ForgeError where they cannot be had or there is no more room, and from then on without trying. */
export function contentsOf(
  options: MirrorOptions,
  { good, root, key }: MirrorFolder,
): (repository: string, ids: readonly string[]) => Promise<void> {
  const { bytesMax, signal } = options;
  let failure: ForgeError | null = null;
  const bring = async (repository: string, ids: readonly string[]): Promise<void> => {
    const settings = await settingsOf(options, repository);
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      await fetchContents({ directory: good, ...settings, signal }, some);
      if ((await folderSize(good)) > bytesMax) throw full();
    }
    if ((await trimCache(root, bytesMax, key)) > bytesMax) throw full();
  };
  return async (repository, ids) => {
    if (failure) throw failure;
    try {
      await bring(repository, ids);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ForgeError) failure = error;
      throw error;
    }
  };
}

const full = (): ForgeError =>
  new ForgeError("failed", "The mirrors have no more room for the contents of files.");
