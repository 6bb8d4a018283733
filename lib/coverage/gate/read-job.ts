import { isMap, isNode, isScalar, isSeq, type LineCounter, type Pair } from "yaml";
import { conditionHolds, conditionText } from "./condition.ts";
import type { Gate, GateRun } from "./gate.ts";
import { type Disabled, gateFindings } from "./gate-findings.ts";
import { gateKind } from "./gate-kind.ts";
import { jobState, type RunState, stateByCondition } from "./job-state.ts";
import { joinPath } from "./join-path.ts";
import { maskReason } from "./mask.ts";
import { readCommands } from "./read-commands.ts";
import { listOf, PULL_REQUEST, readTriggers, recordOf } from "./read-triggers.ts";
import { testPathsOf } from "./selects.ts";
import { isTestCommand } from "./test-command.ts";

type Source = {
  readonly path: string;
  /** The whole file as plain values. */
  readonly workflow: unknown;
  readonly pair: Pair;
  readonly lines: LineCounter;
};

/** One job of a workflow file as a gate; what it lacks is left empty, never guessed, and a step that never runs is left out. */
export function readJob(source: Source): Gate {
  const { path, pair } = source;
  const id = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
  const workflow = recordOf(source.workflow);
  const jobs = recordOf(workflow["jobs"]);
  const job = recordOf(jobs[id]);
  const triggers = readTriggers(workflow["on"]);
  const events = eventsOf(triggers.names);
  const state = jobState(jobs, id, events);
  const onPullRequest = triggers.runsOnPullRequest && state.state === "runs";
  const declared = readSteps(source, workflow, job, events);
  const { runs, disabledSteps } = runningOf(declared, state.state === "disabled", onPullRequest);
  const mask = maskOfJob(runs);
  const workflowName = listOf(workflow["name"])[0] ?? null;
  const name = listOf(job["name"])[0] ?? id;
  const gate = {
    workflow: path,
    workflowName,
    job: id,
    name,
    kind: gateKind({
      names: [id, name],
      workflowNames: [workflowName ?? "", path.replace(/^.*\//, "")],
      runs: declared.map(({ run }) => run),
      uses: [job, ...stepsOf(job)].flatMap((part) => listOf(part["uses"])),
    }),
    triggers: triggers.names,
    branches: triggers.branches,
    paths: triggers.paths,
    pathsIgnore: triggers.pathsIgnore,
    runsOnPullRequest: onPullRequest,
    masked: mask !== null,
    maskReason: mask,
    line: lineOf(pair.key, source.lines),
    runs,
    testPaths: testPathsOf(runs),
  };
  const condition = conditionText(job["if"]);
  return { ...gate, findings: gateFindings({ gate, condition, state, disabledSteps }) };
}

/** The pull request events that start the workflow; where none does, what they would be. */
function eventsOf(names: readonly string[]): readonly string[] {
  const own = PULL_REQUEST.filter((name) => names.includes(name));
  return own.length > 0 ? own : PULL_REQUEST;
}

type Step = { readonly run: GateRun; readonly state: RunState };

function readSteps(
  source: Source,
  workflow: Readonly<Record<string, unknown>>,
  job: Readonly<Record<string, unknown>>,
  events: readonly string[],
): readonly Step[] {
  const nodes = isMap(source.pair.value) ? source.pair.value.get("steps", true) : null;
  const places = isSeq(nodes) ? nodes.items : [];
  const usual =
    directoryOf(recordOf(job["defaults"])["run"]) ??
    directoryOf(recordOf(workflow["defaults"])["run"]);
  return stepsOf(job).flatMap((step, index) => {
    const text = listOf(step["run"])[0];
    if (text === undefined) return [];
    const workingDirectory = joinPath("", directoryOf(step) ?? usual ?? "");
    const continueOnError = isSure(step["continue-on-error"], events);
    const reason = maskReason({ text, workingDirectory, continueOnError });
    const line = lineOf(places[index], source.lines);
    const run = { text, line, workingDirectory, maskReason: reason };
    return [{ run, state: stateByCondition(step["if"], events) }];
  });
}

/** Whether a setting that may be an expression certainly holds on every one of these events. */
function isSure(value: unknown, events: readonly string[]): boolean {
  const text = conditionText(value);
  return (
    text !== null &&
    events.every((event) => conditionHolds(text, new Map([["github.event_name", event]])) === true)
  );
}

/** The steps that can run, and of a job on pull requests those that can run there; what a disabled job has selects nothing. */
function runningOf(
  steps: readonly Step[],
  jobIsDisabled: boolean,
  onPullRequest: boolean,
): { runs: readonly GateRun[]; disabledSteps: readonly Disabled[] } {
  const runs: GateRun[] = [];
  const disabledSteps: Disabled[] = [];
  for (const { run, state } of steps) {
    if (state.state === "runs" || (state.state === "not_on_pull_requests" && !onPullRequest)) {
      if (!jobIsDisabled) runs.push(run);
    } else if (tests(run)) disabledSteps.push({ line: run.line, why: state.why });
  }
  return { runs, disabledSteps };
}

function stepsOf(
  job: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  const steps = job["steps"];
  return Array.isArray(steps) ? steps.map(recordOf) : [];
}

function directoryOf(value: unknown): string | undefined {
  return listOf(recordOf(value)["working-directory"])[0];
}

/** A job is masked when each of its steps that tests is; where no step tests, the steps that lint are asked. */
function maskOfJob(runs: readonly GateRun[]): string | null {
  const testing = runs.filter(tests);
  const asked = testing.length > 0 ? testing : runs.filter((run) => run.maskReason !== null);
  const first = asked[0];
  if (!first || asked.some((run) => run.maskReason === null)) return null;
  return `${first.maskReason} (line ${first.line})`;
}

const tests = (run: GateRun): boolean =>
  readCommands(run.text, run.workingDirectory).some(isTestCommand);

function lineOf(node: unknown, lines: LineCounter): number {
  const start = isNode(node) ? node.range?.[0] : undefined;
  return start === undefined ? 1 : lines.linePos(start).line;
}
