import { type Document, isMap, LineCounter, parseDocument } from "yaml";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { Finding } from "./finding.ts";
import type { Gate } from "./gate.ts";
import { readJob } from "./read-job.ts";

/** The gates that workflow files declare, one a job, in the order of the files; a file that cannot be read becomes a finding, never an error. */
export function readGates(files: readonly WorkflowFileFact[]): {
  readonly gates: readonly Gate[];
  readonly findings: readonly Finding[];
} {
  const read = files.map(readFile);
  const gates = read.flatMap((file) => file.gates);
  const findings = read.flatMap((file) => file.findings);
  return { gates, findings: [...findings, ...gates.flatMap((gate) => gate.findings)] };
}

function readFile(file: WorkflowFileFact): {
  gates: readonly Gate[];
  findings: readonly Finding[];
} {
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
  });
  const error = document.errors[0];
  if (error) return broken(file.path, error.message, lines.linePos(error.pos[0]).line);
  // A file of anchors that multiply is refused by the parser, so even this can fail.
  try {
    return { gates: gatesOf(file.path, document, lines), findings: [] };
  } catch (cause) {
    return broken(file.path, cause instanceof Error ? cause.message : String(cause), null);
  }
}

function gatesOf(path: string, document: Document, lines: LineCounter): readonly Gate[] {
  const jobs = document.get("jobs");
  if (!isMap(jobs)) return [];
  const workflow = document.toJS({ maxAliasCount: 1000 }) as unknown;
  return jobs.items.map((pair) => readJob({ path, workflow, pair, lines }));
}

function broken(path: string, message: string, line: number | null) {
  const text = `The workflow file is not valid YAML, so none of its gates can be read: ${message}`;
  const finding: Finding = {
    kind: "broken_workflow",
    workflow: path,
    job: null,
    line,
    message: text,
  };
  return { gates: [], findings: [finding] };
}
