import type { Gate, GateRun } from "./gate.ts";
import { type NamedTests, namedTests } from "./named-tests.ts";
import { readCommands } from "./read-commands.ts";

// Reading a script is the slow part and a gate is asked about every file of every fix.
const seen = new WeakMap<GateRun, readonly NamedTests[]>();

/** Whether a step of the job names this test file or a directory of it, from its working directory; `go test ./...` names every Go test below, so it selects them, of whatever kind. */
export function selectsFile(gate: Pick<Gate, "runs">, path: string): boolean {
  return selectingRuns(gate, path).length > 0;
}

/** The steps of a job that name a test file, masked ones included; empty when none does. */
export function selectingRuns(gate: Pick<Gate, "runs">, path: string): readonly GateRun[] {
  return gate.runs.filter((run) => testsOf(run).some((tests) => tests.matches(path)));
}

/** Everything that the test commands of a job name, each once, in the order of the file. */
export function testPathsOf(runs: readonly GateRun[]): readonly string[] {
  return [...new Set(runs.flatMap((run) => testsOf(run).map(({ pattern }) => pattern)))];
}

function testsOf(run: GateRun): readonly NamedTests[] {
  const known = seen.get(run);
  if (known) return known;
  const tests = readCommands(run.text, run.workingDirectory).flatMap(namedTests);
  seen.set(run, tests);
  return tests;
}
