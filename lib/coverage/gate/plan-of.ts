import type { FileAt } from "./changed-files/file-outputs.ts";
import type { Gate } from "./gate.ts";
import { jobStates, type RunState } from "./job-state.ts";
import { type Jobs, jobsOf } from "./mask/aggregator/job-ends.ts";
import { type Aggregator, readAggregators } from "./mask/aggregator/read-aggregators.ts";
import type { WorkflowSource } from "./parse-workflow.ts";
import { PULL_REQUEST, readTriggers, recordOf, type Triggers } from "./read-triggers.ts";

/** What is asked of a whole file once, before its jobs are read. */
export type Plan = {
  readonly file: WorkflowSource;
  readonly triggers: Triggers;
  /** The pull request events that start it; where none does, what they would be. */
  readonly events: readonly string[];
  readonly jobs: Jobs;
  readonly states: ReadonlyMap<string, RunState>;
  readonly aggregators: ReadonlyMap<string, Aggregator>;
  /** The job that calls the file; null where the forge starts it. */
  readonly caller: Gate | null;
  /** Whether another file of the repository calls this one. */
  readonly isCalled: boolean;
  readonly fileAt: FileAt;
};

/** What starts a file and how its jobs hang together; a called file starts as its caller does. */
export function planOf(
  file: WorkflowSource,
  { caller, isCalled, fileAt }: Pick<Plan, "caller" | "isCalled" | "fileAt">,
): Plan {
  const triggers = caller ? triggersOf(caller) : readTriggers(file.root["on"], file.lineAt);
  const own = PULL_REQUEST.filter((name) => triggers.names.includes(name));
  const events = own.length > 0 ? own : PULL_REQUEST;
  const jobs = jobsOf(recordOf(file.root["jobs"]), events[0] ?? "pull_request");
  const aggregators = readAggregators(jobs, recordOf(file.root["env"]));
  return {
    file,
    triggers,
    events,
    jobs,
    states: jobStates(jobs, events),
    aggregators: new Map(aggregators.map((each) => [each.id, each])),
    caller,
    isCalled,
    fileAt,
  };
}

const triggersOf = ({ triggers, ...caller }: Gate): Triggers => ({ ...caller, names: triggers });
