import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const AT_ONCE = 64;

/** The bytes of all files in a folder and below; what goes away meanwhile counts nothing, and so does a folder that is not there. */
export async function folderSize(directory: string): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(
    () => [],
  );
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const sizes = await Promise.all(
      files.slice(start, start + AT_ONCE).map(async ({ parentPath, name }) => {
        const found = await stat(join(parentPath, name)).catch(() => null);
        return found?.size ?? 0;
      }),
    );
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  return bytes;
}
