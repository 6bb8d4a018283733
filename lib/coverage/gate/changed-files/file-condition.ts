import { conditionText } from "../condition.ts";
import type { Gate } from "../gate.ts";
import { asksAnyway } from "../job-state.ts";
import type { Jobs } from "../mask/aggregator/job-ends.ts";
import type { WorkflowSource } from "../parse-workflow.ts";
import { listOf } from "../read-triggers.ts";
import type { FileCondition, FileOutput } from "./file-filter.ts";
import { type FileAt, fileOutputs } from "./file-outputs.ts";
import { withWanted } from "./of-paths-filter.ts";

type Place = {
  readonly file: WorkflowSource;
  readonly jobs: Jobs;
  readonly caller: Pick<Gate, "fileConditions"> | null;
  readonly fileAt: FileAt;
};

const NEEDS_MAX = 100;

/** The conditions by which the changed files decide whether a job runs: its own, together with that of its caller, and those of the jobs that it cannot do without. Source: a job that needs a skipped one is skipped itself, unless its own condition asks how those before it ended. */
export function fileConditionsOf(
  { file, jobs, caller, fileAt }: Place,
  id: string,
  condition: string | null,
): readonly FileCondition[] {
  const own = fileOutputs(file, id, condition, fileAt);
  const above = caller?.fileConditions ?? [];
  const outputs = joined(above.find(({ job }) => job === null)?.outputs ?? [], own);
  const around = needed(jobs, id).flatMap((job): FileCondition[] => {
    const text = conditionText(jobs.byId.get(job)?.["if"]);
    const read = fileOutputs(file, job, text, fileAt);
    return text === null || read.length === 0 ? [] : [{ job, text, outputs: read }];
  });
  return [
    ...(condition === null || outputs.length === 0
      ? []
      : [{ job: null, text: condition, outputs }]),
    ...above.filter(({ job }) => job !== null),
    ...around,
  ];
}

/** What the caller reads and what the callee does; of a path that both know it cannot be told which is meant. */
function joined(above: readonly FileOutput[], own: readonly FileOutput[]): readonly FileOutput[] {
  const paths = new Set(above.map(({ path }) => path));
  const both = new Set(own.flatMap(({ path }) => (paths.has(path) ? [path] : [])));
  return [...above, ...own].filter(({ path }) => !both.has(path));
}

/** The jobs without which a job does not run. */
function needed(jobs: Jobs, id: string): readonly string[] {
  const met = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined && met.size < NEEDS_MAX; at = open.pop()) {
    const job = jobs.byId.get(at) ?? {};
    if (asksAnyway(conditionText(job["if"]))) continue;
    for (const need of listOf(job["needs"])) {
      if (need === id || met.has(need)) continue;
      met.add(need);
      open.push(need);
    }
  }
  return [...met];
}

/** The same conditions with the filters that stand in files of the repository read; the same list where none does. */
export function withTexts(
  conditions: readonly FileCondition[],
  textOf: (path: string) => string | null,
): readonly FileCondition[] {
  return conditions.map((each) => ({
    ...each,
    outputs: each.outputs.flatMap((output) => withWanted(output, textOf)),
  }));
}
