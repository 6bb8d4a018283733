import { isBelow, picked, prefixOf } from "./pick.ts";
import { readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";

const TYPE_TEST = /\.(test|spec)-d\.[cm]?tsx?$/;

/** The tests of types that a type checker reads, below the project that it is given; null where there are none, since all else that it reads is no test. */
export function typeTests({ args: words, directory, reading }: Run): Followed | null {
  const args = readArgs(words, ["p", "project", "b", "build", "outDir", "target"]);
  const [project = "."] = [...valuesOf(args, "p", "project", "b", "build"), ...args.rest];
  const folder = repositoryPath(directory, project.replace(/(^|\/)[^/]*\.json$/, "$1") || ".");
  if (
    folder === null ||
    !reading.tree.paths.some((path) => TYPE_TEST.test(path) && isBelow(folder, path))
  )
    return null;
  const takes = (path: string) => TYPE_TEST.test(path) && isBelow(folder, path);
  return { tests: [picked(`${prefixOf(folder)}**/*.test-d.ts`, takes)] };
}
