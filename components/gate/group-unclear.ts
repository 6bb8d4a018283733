import type { SelectedFilesView } from "#/lib/contract/gate.ts";

/** Files of which it cannot be told, by the reason that they share, the most first. */
export function groupUnclear(
  paths: SelectedFilesView["unclearPaths"],
): readonly { readonly why: string; readonly paths: readonly string[] }[] {
  return [...Map.groupBy(paths, ({ why }) => why)]
    .map(([why, own]) => ({ why, paths: own.map(({ path }) => path) }))
    .toSorted((a, b) => b.paths.length - a.paths.length);
}
