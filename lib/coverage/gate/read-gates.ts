import type { SourceFiles } from "#/lib/facts/source-file.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import { expandCalls, standingFor } from "./expand-calls.ts";
import type { Finding } from "./finding.ts";
import { followGate } from "./follow/follow-gate.ts";
import { readingOf } from "./follow/source-tree.ts";
import type { Gate } from "./gate.ts";
import { parseWorkflow, type WorkflowSource } from "./parse-workflow.ts";

export type ReadGates = {
  readonly gates: readonly Gate[];
  readonly findings: readonly Finding[];
  /** Files of the branch whose texts would tell more: the caller reads them and asks again, until there are none. */
  readonly wanted: readonly string[];
};

/** The gates that workflow files declare, one a job and one for each job that it calls, in the order of the files; a file that cannot be read becomes a finding, never an error. With the files of the branch each step is followed to the tests that it runs; without them only what it names itself is known. */
export function readGates(files: readonly WorkflowFileFact[], sources?: SourceFiles): ReadGates {
  const { sourceOf, broken, gates: declared } = declaredBy(files);
  const { gates, wanted } = sources
    ? followAll(declared, sourceOf, sources)
    : { gates: declared, wanted: [] };
  return {
    gates,
    findings: [...broken, ...gates.flatMap((gate) => gate.findings)],
    wanted,
  };
}

type Declared = {
  readonly files: readonly WorkflowFileFact[];
  readonly sourceOf: ReadonlyMap<string, WorkflowSource>;
  readonly broken: readonly Finding[];
  readonly gates: readonly Gate[];
};

// The same files are asked about again with each text that was read, and parsing is the slow part.
const declarations = new WeakMap<WorkflowFileFact, Declared>();

function declaredBy(files: readonly WorkflowFileFact[]): Declared {
  const [first] = files;
  const known = first && declarations.get(first);
  if (known?.files.length === files.length && files.every((file, at) => file === known.files[at]))
    return known;
  const read = files.map(parseWorkflow);
  const whole = read.filter((file) => "root" in file);
  const declared: Declared = {
    files,
    sourceOf: new Map(whole.map((file): [string, WorkflowSource] => [file.path, file])),
    broken: read.filter((file) => "kind" in file),
    gates: expandCalls(whole),
  };
  if (first) declarations.set(first, declared);
  return declared;
}

// A gate that no text was missing for is what it is, however many other texts are given later.
const settled = new WeakMap<SourceFiles, Map<Gate, Gate>>();

function followAll(
  declared: readonly Gate[],
  sourceOf: Declared["sourceOf"],
  sources: SourceFiles,
): Pick<ReadGates, "gates" | "wanted"> {
  const done = settled.get(sources) ?? new Map<Gate, Gate>();
  settled.set(sources, done);
  const wanted = new Set<string>();
  const followed = declared.map((gate) => {
    const known = done.get(gate);
    if (known) return known;
    const reading = readingOf(sources, wanted);
    const own = followGate(gate, sourceOf.get(gate.file) ?? null, reading);
    if (reading.missed() === 0) done.set(gate, own);
    return own;
  });
  return { gates: standing(followed), wanted: [...wanted] };
}

/** A job that stands for others is what they are, now that those are followed: one that calls a file, and one that only passes on how others ended. */
function standing(gates: readonly Gate[]): readonly Gate[] {
  const callees = Map.groupBy(gates, ({ checkName }) => checkName.caller);
  return gates.map((gate) => {
    if (gate.calls !== null) return standingFor(gate, callees.get(gate.checkName) ?? []);
    return gate.aggregates === null ? gate : { ...gate, kind: kindOfAggregator(gate, gates) };
  });
}

/** The kind that all jobs agree in that it waits for, those aside that check nothing. */
function kindOfAggregator(gate: Gate, gates: readonly Gate[]): Gate["kind"] {
  const waited = gates.filter(
    ({ workflow, checkName, kind }) =>
      workflow === gate.workflow &&
      checkName.caller === gate.checkName.caller &&
      gate.needs.includes(checkName.job) &&
      kind !== "other",
  );
  const kinds = new Set(waited.map(({ kind }) => kind));
  return kinds.size === 1 ? (waited[0]?.kind ?? gate.kind) : gate.kind;
}
