import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { folderSize } from "./folder-size.ts";
import { discard, mirrorFolder } from "./mirror-folder.ts";
import { tryLock } from "./take-lock.ts";

const FOLDER = /^(.+)\.(git|part)$/;

/**
 * Makes room: takes away mirrors of others, those first that were not used for longest, until all
 * together have no more than so many bytes. Those that are being fetched stay. Gives the bytes of
 * those that are left.
 */
export async function trimCache(root: string, bytesMax: number, ownKey: string): Promise<number> {
  const folders = (await readdir(root)).flatMap((name) => {
    const [, key, ending] = FOLDER.exec(name) ?? [];
    return key === undefined ? [] : { key, isWhole: ending === "git", path: join(root, name) };
  });
  const found = await Promise.all(
    folders.map(async (folder) => {
      const used = await stat(join(folder.path, "fetched")).catch(() => null);
      return { ...folder, bytes: await folderSize(folder.path), usedAt: used?.mtimeMs ?? 0 };
    }),
  );
  let left = found.reduce((sum, { bytes }) => sum + bytes, 0);
  const others = found.filter(({ key, isWhole }) => isWhole && key !== ownKey);
  for (const { key, path, bytes } of others.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (left <= bytesMax) break;
    await using lock = await tryLock(mirrorFolder(root, key).lock);
    if (!lock) continue;
    await discard(path);
    left -= bytes;
  }
  return left;
}
