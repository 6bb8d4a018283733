import { conditionFilters } from "./changed-files/condition-filters.ts";
import type { Finding } from "./finding.ts";
import type { Gate, GateRun } from "./gate.ts";
import type { RunState } from "./job-state.ts";
import { unresolvedArguments } from "./named-tests.ts";
import { readCommands } from "./read-commands.ts";
import type { Step } from "./read-steps.ts";
import { listsOnly } from "./test-command.ts";
import { NEVER_ON_GITEA, PULL_REQUEST, type Trigger } from "./trigger/trigger.ts";

export type Disabled = { readonly line: number; readonly why: string };

type Read = {
  readonly gate: Omit<Gate, "findings">;
  readonly state: RunState;
  /** The steps that never run on pull requests, which the gate does not have. */
  readonly disabledSteps: readonly Disabled[];
  /** The steps that can end well before they test. */
  readonly skipping: readonly Step[];
  /** Whether another file of the repository calls its file. */
  readonly isCalled: boolean;
};

type Said = Pick<Finding, "kind" | "line" | "message">;

/** What is wrong with a gate or limits it, in the order of its causes: what it runs, then when it runs. */
export function gateFindings({
  gate,
  state,
  disabledSteps,
  skipping,
  isCalled,
}: Read): readonly Finding[] {
  const inSteps: readonly Said[] = [
    ...gate.runs.flatMap(runFindings),
    ...disabledSteps.map(({ line, why }): Said => {
      const message = `The step never runs on pull requests: ${why}`;
      return { kind: "disabled", line, message };
    }),
    ...skipping.map(({ run }): Said => {
      const message = "The step can end well before it comes to its tests (exit 0).";
      return { kind: "skips_itself", line: run.line, message };
    }),
  ];
  const ofJob: readonly Said[] = [
    ...aggregatorFindings(gate),
    ...startFindings(gate, state, isCalled),
  ].map(({ kind, message, line }) => ({ kind, message, line: line ?? gate.line }));
  const at = { workflow: gate.workflow, job: gate.job };
  return [...inSteps.map((said) => placed(gate, said)), ...ofJob].map((said) => ({
    ...at,
    ...said,
  }));
}

/** A step of a called workflow stands in another file: the finding lies where that is called, and says where the step is. */
function placed(gate: Omit<Gate, "findings">, { kind, line, message }: Said): Said {
  if (gate.file === gate.workflow) return { kind, line, message };
  return { kind, line: gate.line, message: `${message} (${gate.file}, line ${line})` };
}

function aggregatorFindings(gate: Omit<Gate, "findings">): readonly Said[] {
  const masked =
    gate.aggregates !== null && gate.maskReason !== null
      ? [{ kind: "masked" as const, line: null, message: gate.maskReason }]
      : [];
  const tolerated = gate.failureTolerated
    ? [
        {
          kind: "failure_tolerated" as const,
          line: null,
          message: "The job has continue-on-error: jobs that need it take its failure for success.",
        },
      ]
    : [];
  return [...masked, ...tolerated];
}

function startFindings(
  gate: Omit<Gate, "findings">,
  state: RunState,
  isCalled: boolean,
): readonly Said[] {
  const findings: Said[] = [];
  const say = (kind: Finding["kind"], message: string, line: number | null = null) =>
    findings.push({ kind, line, message });
  if (state.state === "disabled") say("disabled", `The job never runs: ${state.why}`);
  const onlyCalled = isCalled && gate.triggers.every((name) => name === "workflow_call");
  if (!gate.runsOnPullRequest && !onlyCalled) {
    const why = state.state === "not_on_pull_requests" ? `: ${state.why}` : ".";
    say("no_pull_request_trigger", `It does not run on pull requests${why}`);
  }
  const silent = gate.starts.find((trigger) => isSilent(trigger, gate.workflow));
  if (silent) {
    const types = (silent.types ?? []).join(", ");
    say("never_fires", `Gitea and Forgejo never send ${silent.event}: ${types}.`, silent.line);
  }
  const shown = gate.starts.filter(({ event }) => PULL_REQUEST.includes(event));
  const ignored = shown.flatMap(({ branchesIgnore }) => branchesIgnore.map((each) => each.pattern));
  if (gate.branches.length > 0)
    say("branch_filtered", `It runs only for: ${gate.branches.join(", ")}`);
  if (ignored.length > 0) say("branch_filtered", `It does not run for: ${ignored.join(", ")}`);
  if (gate.paths.length + gate.pathsIgnore.length > 0)
    say("path_filtered", "It runs only when certain paths change.");
  if (gate.condition !== null) say("conditional", `It runs only if ${gate.condition}`);
  for (const { message, line } of conditionFilters(gate)) say("path_filtered", message, line);
  return findings;
}

/** Whether a trigger waits only for activities that Gitea never sends, in a directory that only Gitea and Forgejo read. */
const isSilent = ({ types }: Trigger, workflow: string): boolean =>
  /^\.(gitea|forgejo)\//.test(workflow) &&
  types !== null &&
  types.every((type) => NEVER_ON_GITEA.includes(type));

function runFindings(run: GateRun): Pick<Finding, "kind" | "line" | "message">[] {
  const { line } = run;
  const commands = readCommands(run.text, run.workingDirectory);
  const unnamed = [...new Set(commands.flatMap(unresolvedArguments))];
  return [
    ...(run.maskReason === null
      ? []
      : [{ kind: "masked" as const, line, message: run.maskReason }]),
    ...commands.filter(listsOnly).map(({ words }) => {
      const message = `It lists tests and runs none: ${words.join(" ")}`;
      return { kind: "disabled" as const, line, message };
    }),
    ...unnamed.map((argument) => {
      const message = `What \`${argument}\` names cannot be told from the file, so this selects no test.`;
      return { kind: "unresolved_tests" as const, line, message };
    }),
  ];
}
