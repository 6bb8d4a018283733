import type { FakeFile } from "../store.ts";

/** How many files of a pull request are told at most, however they are asked for. */
export const FILES_MAX = 3000;

/** A file's hunks as this forge gives them, without the last line's end; null where it gives none. */
export function patchOf(file: FakeFile): string | null {
  if (file.patch === undefined) return filler(file);
  return file.patch ? file.patch.replace(/\n$/, "") : null;
}

/** Lines that stand for those of a row that only gives its sizes. */
function filler({ additions, deletions }: FakeFile): string | null {
  if (additions + deletions === 0) return null;
  const lines = (count: number, sign: string) =>
    Array.from({ length: count }, (_, index) => `${sign}line ${index + 1}`);
  const range = (count: number) => `${count === 0 ? 0 : 1},${count}`;
  const head = `@@ -${range(deletions)} +${range(additions)} @@`;
  return [head, ...lines(deletions, "-"), ...lines(additions, "+")].join("\n");
}
