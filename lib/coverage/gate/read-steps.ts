import { conditionHolds, conditionText } from "./condition.ts";
import type { GateRun } from "./gate.ts";
import { type RunState, stateByCondition } from "./job-state.ts";
import { joinPath } from "./join-path.ts";
import { isCompensated } from "./mask/compensated.ts";
import { judgeMask } from "./mask.ts";
import type { WorkflowSource } from "./parse-workflow.ts";
import { listOf, recordOf } from "./read-triggers.ts";
import { stepKeys, stepsOf } from "./steps-of.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A step that runs a script, whether it can run, and whether it can end well before it tests. */
export type Step = {
  readonly run: GateRun;
  readonly state: RunState;
  readonly skipsItself: boolean;
};

/** The steps of a job that run scripts, in order. */
export function readSteps(
  file: WorkflowSource,
  id: string,
  job: Fields,
  events: readonly string[],
): readonly Step[] {
  const steps = stepsOf(job);
  const lines = stepKeys(id, job).map(file.lineAt);
  const usual = { ...runDefaults(file.root), ...runDefaults(job) };
  return steps.flatMap((step, index) => {
    const text = listOf(step["run"])[0];
    if (text === undefined) return [];
    const own = { ...usual, ...settingsOf(step) };
    const workingDirectory = joinPath("", own.directory ?? "");
    const continueOnError = isSure(step["continue-on-error"], events);
    const shell = own.shell ?? null;
    const judged = judgeMask({ text, workingDirectory, continueOnError, shell });
    const isMasked = judged.maskReason !== null && !isCompensated(steps, index);
    const maskReason = isMasked ? judged.maskReason : null;
    const run = { text, line: lines[index] ?? 1, workingDirectory, maskReason };
    const state = stateByCondition(step["if"], events);
    return [{ run, state, skipsItself: judged.skipsItself }];
  });
}

type Settings = { readonly directory?: string; readonly shell?: string };

const runDefaults = (of: Fields): Settings => settingsOf(recordOf(recordOf(of["defaults"])["run"]));

function settingsOf(of: Fields): Settings {
  const [directory] = listOf(of["working-directory"]);
  const [shell] = listOf(of["shell"]);
  return {
    ...(directory === undefined ? {} : { directory }),
    ...(shell === undefined ? {} : { shell }),
  };
}

/** Whether a setting that may be an expression certainly holds on every one of these events. */
export function isSure(value: unknown, events: readonly string[]): boolean {
  const text = conditionText(value);
  return (
    text !== null &&
    events.every((event) => conditionHolds(text, new Map([["github.event_name", event]])) === true)
  );
}
