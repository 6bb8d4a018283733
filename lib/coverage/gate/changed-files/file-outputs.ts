import type { WorkflowSource } from "../parse-workflow.ts";
import { listOf, recordOf } from "../read-triggers.ts";
import { stepKeys, stepsOf } from "../steps-of.ts";
import { type FileOutput, readsOutput } from "./file-filter.ts";
import { filterStep, type StepPlace } from "./filter-step.ts";
import { ofChangedFiles } from "./of-changed-files.ts";
import { ofPathsFilter } from "./of-paths-filter.ts";

/** Another workflow file of the directory by its path; undefined where it cannot be read. */
export type FileAt = (path: string) => WorkflowSource | undefined;

const OUTPUTS_MAX = 2000;
const TEXT_MAX = 2000;
const READS_MAX = 20;
const HEIGHT_MAX = 4;

/** The outputs of the jobs that a job needs that a text reads and that hang on the changed files, traced from the actions that filter those through the outputs of steps, jobs and called workflows. */
export function fileOutputs(
  file: WorkflowSource,
  job: string,
  text: string | null,
  fileAt: FileAt,
): readonly FileOutput[] {
  if (text === null || !text.includes("needs")) return [];
  const own = recordOf(recordOf(file.root["jobs"])[job]);
  const outputs = listOf(own["needs"]).flatMap((need) =>
    jobOutputs(file, need, `needs.${need}`, fileAt),
  );
  return outputs.filter(({ path }) => readsOutput(text, path));
}

// Each job is read once, however many need it, and a circle of calls ends where it closes.
const known = new WeakMap<WorkflowSource, Map<string, readonly FileOutput[]>>();

function jobOutputs(
  file: WorkflowSource,
  job: string,
  as: string,
  fileAt: FileAt,
): readonly FileOutput[] {
  const read = known.get(file) ?? new Map<string, readonly FileOutput[]>();
  known.set(file, read);
  const before = read.get(as);
  if (before) return before;
  read.set(as, []);
  const own = recordOf(recordOf(file.root["jobs"])[job]);
  const [uses] = listOf(own["uses"]);
  const outputs = uses === undefined ? ownOutputs(file, job, as) : calledOutputs(uses, as, fileAt);
  read.set(as, outputs);
  return outputs;
}

function ownOutputs(file: WorkflowSource, job: string, as: string): readonly FileOutput[] {
  const own = recordOf(recordOf(file.root["jobs"])[job]);
  const keys = stepKeys(job, own);
  const inner = stepsOf(own).flatMap((step, at) =>
    stepOutputs(step, placeOf(file, keys[at] ?? [])),
  );
  return passedOn(recordOf(own["outputs"]), as, inner);
}

/** What a called workflow hands on of its jobs. */
function calledOutputs(uses: string, as: string, fileAt: FileAt): readonly FileOutput[] {
  const path = /^\.\/(?:\.\/)*([^@]+)$/.exec(uses)?.[1];
  const file = path === undefined ? undefined : fileAt(path);
  if (!file) return [];
  const inner = file.jobs.flatMap(({ id }) => jobOutputs(file, id, `jobs.${id}`, fileAt));
  const call = recordOf(recordOf(file.root["on"])["workflow_call"]);
  const written = Object.entries(recordOf(call["outputs"])).map(
    ([name, value]) => [name, recordOf(value)["value"]] as const,
  );
  return passedOn(Object.fromEntries(written), as, inner);
}

function passedOn(
  outputs: Readonly<Record<string, unknown>>,
  as: string,
  inner: readonly FileOutput[],
): readonly FileOutput[] {
  const found = inner.slice(0, OUTPUTS_MAX);
  return Object.entries(outputs).flatMap(([name, value]): readonly FileOutput[] => {
    const [text = ""] = listOf(value);
    if (text.length > TEXT_MAX) return [];
    const reads = found.filter(({ path }) => readsOutput(text, path));
    const height = 1 + Math.max(0, ...reads.map(heightOf));
    if (reads.length === 0 || reads.length > READS_MAX || height > HEIGHT_MAX) return [];
    return [{ path: `${as}.outputs.${name}`, from: { kind: "expression", text, reads, height } }];
  });
}

const heightOf = ({ from }: FileOutput): number => (from.kind === "filter" ? 0 : from.height);

/** The outputs that a step works out from the changed files; none for a step that uses no such action. */
function stepOutputs(
  step: Readonly<Record<string, unknown>>,
  place: StepPlace,
): readonly FileOutput[] {
  const own = filterStep(step, place);
  if (own === null) return [];
  if (/^(tj-actions|step-security)\/changed-files$/i.test(own.action)) return ofChangedFiles(own);
  return /^(dorny|step-security)\/paths-filter$/i.test(own.action) ? ofPathsFilter(own) : [];
}

function placeOf(file: WorkflowSource, keys: readonly (string | number)[]): StepPlace {
  return {
    file: file.path,
    line: file.lineAt(keys),
    lineOf: (input) => {
      const names = [input, input.replaceAll("_", "-")];
      const lines = names.map((name) => file.blockLineAt([...keys, "with", name]));
      return lines.find((line) => line !== null) ?? null;
    },
  };
}
