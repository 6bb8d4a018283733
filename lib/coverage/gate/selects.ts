import type { Gate, GateRun, Selection } from "./gate.ts";
import { namedTests } from "./named-tests.ts";
import { readCommands } from "./read-commands.ts";

type Runs = Pick<Gate, "runs">;

// Reading a script is the slow part and a gate is asked about every file of every fix.
const seen = new WeakMap<GateRun, readonly Selection[]>();

/** Whether a step of the job certainly runs this test file, masked or not: by what it leads to where the files of the branch are known, else by what it names itself. */
export function selectsFile(gate: Runs, path: string): boolean {
  return selectingRuns(gate, path).length > 0;
}

/** The steps of a job that certainly run a test file, each as masked as what selects the file in it; empty when none does. */
export function selectingRuns(gate: Runs, path: string): readonly GateRun[] {
  return gate.runs.flatMap((run) => {
    const own = selectionsOf(run).filter((selection) => selection.matches(path));
    if (own.length === 0) return [];
    if (run.maskReason !== null || own.some(({ maskReason }) => maskReason === null)) return [run];
    return [{ ...run, maskReason: own[0]?.maskReason ?? null }];
  });
}

/** How a job stands to a test file: it runs it, it does not, or why that cannot be told; what cannot be told is neither evidence nor an orphan. */
export function selectionOf(gate: Runs, path: string): "yes" | "no" | { readonly unclear: string } {
  if (selectsFile(gate, path)) return "yes";
  for (const run of gate.runs) {
    for (const selection of selectionsOf(run)) {
      const unclear = selection.unclear(path);
      if (unclear !== null) return { unclear };
    }
  }
  return "no";
}

/** Everything that the test commands of a job run, each once, in the order of the file. */
export function testPathsOf(runs: readonly GateRun[]): readonly string[] {
  const patterns = runs.flatMap((run) => selectionsOf(run).map(({ pattern }) => pattern));
  // What cannot be told at all has no name.
  return [...new Set(patterns)].filter((pattern) => pattern !== "…");
}

/** What a step runs. */
export function selectionsOf(run: GateRun): readonly Selection[] {
  if (run.selections) return run.selections;
  const known = seen.get(run);
  if (known) return known;
  const tests = readCommands(run.text, run.workingDirectory).flatMap(namedTests);
  const selections = tests.map(({ pattern, matches }): Selection => {
    const { line, maskReason } = run;
    return { pattern, matches, unclear: () => null, line, via: [], maskReason };
  });
  seen.set(run, selections);
  return selections;
}
