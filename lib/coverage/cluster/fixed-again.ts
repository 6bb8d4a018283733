import { compareText } from "../link/endpoint.ts";
import type { ClusterItem } from "./cluster-by-rules.ts";
import { repairedPaths } from "./places.ts";

/** A file that was fixed again and again. */
export type Repeated = {
  /** Alias of the repository. */
  readonly repository: string;
  readonly path: string;
  /** Numbers of the fixes, in order. */
  readonly numbers: readonly number[];
};

const FIXED_MIN = 3;

/** Files that at least three of the fixes repaired, the most often first; null where there is none. */
export function fixedAgain(fixes: readonly ClusterItem[]): readonly Repeated[] | null {
  const repositories = new Map<string, Map<string, number[]>>();
  for (const { repository, number, paths } of fixes) {
    const files = repositories.get(repository) ?? new Map<string, number[]>();
    repositories.set(repository, files);
    for (const path of repairedPaths(paths ?? [])) {
      const numbers = files.get(path);
      if (!numbers) files.set(path, [number]);
      // A list may hold a path twice.
      else if (numbers.at(-1) !== number) numbers.push(number);
    }
  }
  const again: Repeated[] = [];
  for (const [repository, files] of repositories) {
    for (const [path, numbers] of files) {
      if (numbers.length < FIXED_MIN) continue;
      again.push({ repository, path, numbers: numbers.toSorted((a, b) => a - b) });
    }
  }
  return again.length > 0 ? again.toSorted(compareRepeated) : null;
}

const compareRepeated = (one: Repeated, other: Repeated): number =>
  other.numbers.length - one.numbers.length ||
  compareText(one.repository, other.repository) ||
  compareText(one.path, other.path);
