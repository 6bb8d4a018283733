import type { Finding } from "./finding.ts";
import type { Gate, GateRun } from "./gate.ts";
import type { RunState } from "./job-state.ts";
import { unresolvedArguments } from "./named-tests.ts";
import { readCommands } from "./read-commands.ts";
import { listsOnly } from "./test-command.ts";

export type Disabled = { readonly line: number; readonly why: string };

type Read = {
  readonly gate: Omit<Gate, "findings">;
  readonly condition: string | null;
  readonly state: RunState;
  /** The steps that never run on pull requests, which the gate does not have. */
  readonly disabledSteps: readonly Disabled[];
};

/** What is wrong with a gate or limits it, in the order of its causes: what it runs, then when it runs. */
export function gateFindings({ gate, condition, state, disabledSteps }: Read): readonly Finding[] {
  const at = { workflow: gate.workflow, job: gate.job };
  const here = (kind: Finding["kind"], message: string): Finding => ({
    ...at,
    kind,
    line: gate.line,
    message,
  });
  const findings: Finding[] = [
    ...gate.runs.flatMap((run) => runFindings(run).map((finding) => ({ ...at, ...finding }))),
    ...disabledSteps.map(({ line, why }): Finding => {
      const message = `The step never runs on pull requests: ${why}`;
      return { ...at, kind: "disabled", line, message };
    }),
  ];
  if (state.state === "disabled")
    findings.push(here("disabled", `The job never runs: ${state.why}`));
  if (!gate.runsOnPullRequest) {
    const why = state.state === "not_on_pull_requests" ? `: ${state.why}` : ".";
    findings.push(here("no_pull_request_trigger", `It does not run on pull requests${why}`));
  }
  if (gate.branches.length > 0) {
    findings.push(here("branch_filtered", `It runs only for: ${gate.branches.join(", ")}`));
  }
  if (gate.paths.length + gate.pathsIgnore.length > 0) {
    findings.push(here("path_filtered", "It runs only when certain paths change."));
  }
  if (condition !== null) findings.push(here("conditional", `It runs only if ${condition}`));
  return findings;
}

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
