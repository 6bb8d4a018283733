import { fileConditionsOf } from "./changed-files/file-condition.ts";
import { conditionText } from "./condition.ts";
import { readMatrix } from "./context/matrix.ts";
import type { Gate, GateRun } from "./gate.ts";
import { type Disabled, gateFindings } from "./gate-findings.ts";
import { gateKind } from "./gate-kind.ts";
import type { Plan } from "./plan-of.ts";
import { readCommands } from "./read-commands.ts";
import { isSure, readSteps, type Step } from "./read-steps.ts";
import { listOf } from "./read-triggers.ts";
import { testPathsOf } from "./selects.ts";
import { stepsOf } from "./steps-of.ts";
import { isTestCommand } from "./test-command.ts";

/** One job of a workflow file as a gate; what it lacks is left empty, never guessed, and a step that never runs is left out. */
export function readJob(plan: Plan, id: string, key: unknown): Gate {
  const { file, triggers, events, caller, isCalled } = plan;
  const job = plan.jobs.byId.get(id) ?? {};
  const state = plan.states.get(id) ?? { state: "runs" };
  const onPullRequest = triggers.runsOnPullRequest && state.state === "runs";
  const steps = readSteps(file, id, job, events);
  const { runs, disabledSteps } = runningOf(steps, state.state === "disabled", onPullRequest);
  const aggregator = plan.aggregators.get(id) ?? null;
  const mask = aggregator ? aggregator.maskReason : maskOfJob(runs);
  const [calls = null] = listOf(job["uses"]);
  const condition = bothConditions(caller?.condition ?? null, conditionText(job["if"]));
  const gate = {
    ...namesOf(plan, id, job),
    kind: kindOf(plan, id, job, steps),
    triggers: triggers.names,
    branches: triggers.branches,
    paths: triggers.paths,
    pathsIgnore: triggers.pathsIgnore,
    runsOnPullRequest: onPullRequest,
    masked: mask !== null,
    maskReason: mask,
    line: caller?.line ?? file.lineOf(key) ?? 1,
    runs,
    testPaths: testPathsOf(runs),
    file: file.path,
    starts: triggers.starts,
    condition,
    fileConditions: fileConditionsOf(plan, id, condition),
    needs: listOf(job["needs"]),
    failureTolerated: isSure(job["continue-on-error"], events),
    calls,
    aggregates: aggregator && aggregator.aggregates,
  };
  const skipping = steps.filter(({ run, skipsItself }) => skipsItself && runs.includes(run));
  return { ...gate, findings: gateFindings({ gate, state, disabledSteps, skipping, isCalled }) };
}

function namesOf({ file, caller }: Plan, id: string, job: Readonly<Record<string, unknown>>) {
  const name = listOf(job["name"])[0] ?? null;
  const below = (own: string, above: string | undefined) =>
    above === undefined ? own : `${above} / ${own}`;
  return {
    workflow: caller?.workflow ?? file.path,
    workflowName: caller ? caller.workflowName : (listOf(file.root["name"])[0] ?? null),
    job: below(id, caller?.job),
    name: below(name ?? id, caller?.name),
    checkName: { job: id, name, matrix: readMatrix(job), caller: caller?.checkName ?? null },
  };
}

function kindOf(
  { file, caller }: Plan,
  id: string,
  job: Readonly<Record<string, unknown>>,
  steps: readonly Step[],
) {
  const name = listOf(job["name"])[0] ?? id;
  return gateKind({
    names: [id, name],
    workflowNames: [listOf(file.root["name"])[0] ?? "", file.path.replace(/^.*\//, "")].concat(
      caller ? [caller.name] : [],
    ),
    runs: steps.map(({ run }) => run),
    uses: [job, ...stepsOf(job)].flatMap((part) => listOf(part["uses"])),
  });
}

function bothConditions(outer: string | null, own: string | null): string | null {
  if (outer === null || own === null) return own ?? outer;
  const bare = (text: string) => text.replace(/^\$\{\{([^]*)\}\}$/, "$1");
  return `(${bare(outer)}) && (${bare(own)})`;
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
