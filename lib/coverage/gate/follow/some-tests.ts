import { isTestFile } from "../../test/is-test-file.ts";
import type { Reading } from "./source-tree.ts";

const FILES_MAX = 2000;
const testFiles = new WeakMap<Reading["tree"], readonly string[]>();

/** Test files of the branch, evenly chosen ones where there are thousands. */
export function someTests({ tree }: Pick<Reading, "tree">): readonly string[] {
  const known = testFiles.get(tree);
  if (known) return known;
  const all = tree.paths.filter(isTestFile);
  const every = Math.ceil(all.length / FILES_MAX);
  const some = all.filter((_path, at) => at % every === 0);
  testFiles.set(tree, some);
  return some;
}
