import type { SelectedFilesView } from "#/lib/contract/gate.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { selectionOf, testPathsOf } from "#/lib/coverage/gate/selects.ts";

const LISTED_MAX = 1000;

type Tree = { readonly paths: ReadonlySet<string>; readonly tests: readonly string[] };

// A gate is asked about every test of its repository, and its files change with its reading only.
const seen = new WeakMap<Gate, SelectedFilesView>();

/** Which files of the branch a job certainly runs and of which that cannot be told: its tests and whatever else its steps name. */
export function selectedFiles(gate: Gate, { paths, tests }: Tree): SelectedFilesView {
  const known = seen.get(gate);
  if (known) return known;
  const named = testPathsOf(gate.runs).filter((path) => paths.has(path));
  const selected: string[] = [];
  const unclear: { path: string; why: string }[] = [];
  for (const path of new Set([...tests, ...named])) {
    const answer = selectionOf(gate, path);
    if (answer === "yes") selected.push(path);
    else if (answer !== "no") unclear.push({ path, why: answer.unclear });
  }
  const view = {
    selected: selected.length,
    paths: selected.toSorted().slice(0, LISTED_MAX),
    unclear: unclear.length,
    unclearPaths: unclear.slice(0, LISTED_MAX),
  };
  seen.set(gate, view);
  return view;
}
