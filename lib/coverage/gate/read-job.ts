import { isMap, isNode, isScalar, isSeq, type LineCounter, type Pair } from "yaml";
import type { Finding } from "./finding.ts";
import type { Gate, GateRun } from "./gate.ts";
import { gateKind } from "./gate-kind.ts";
import { joinPath } from "./join-path.ts";
import { maskReason } from "./mask.ts";
import { readCommands } from "./read-commands.ts";
import { listOf, readTriggers, recordOf } from "./read-triggers.ts";
import { testPathsOf } from "./selects.ts";
import { isTestCommand } from "./test-command.ts";

type Source = {
  readonly path: string;
  /** The whole file as plain values. */
  readonly workflow: unknown;
  readonly pair: Pair;
  readonly lines: LineCounter;
};

// Only a plain comparison is understood; any other condition is shown as a finding.
const NEVER_ON_PULL_REQUEST =
  /^[^|]*github\.event_name\s*(==\s*'(?!pull_request)\w+'|!=\s*'pull_request')[^|]*$/;

/** One job of a workflow file as a gate; what it lacks is left empty, never guessed. */
export function readJob(source: Source): Gate {
  const { path, pair } = source;
  const id = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
  const workflow = recordOf(source.workflow);
  const job = recordOf(recordOf(workflow["jobs"])[id]);
  const triggers = readTriggers(workflow["on"]);
  const runs = readRuns(source, workflow, job);
  const mask = maskOfJob(runs);
  const condition = listOf(job["if"])[0] ?? null;
  const workflowName = listOf(workflow["name"])[0] ?? null;
  const name = listOf(job["name"])[0] ?? id;
  const uses = [job, ...stepsOf(job)].flatMap((part) => listOf(part["uses"]));
  const gate = {
    workflow: path,
    workflowName,
    job: id,
    name,
    kind: gateKind({
      names: [id, name],
      workflowNames: [workflowName ?? "", path.replace(/^.*\//, "")],
      runs,
      uses,
    }),
    triggers: triggers.names,
    branches: triggers.branches,
    paths: triggers.paths,
    pathsIgnore: triggers.pathsIgnore,
    runsOnPullRequest: triggers.runsOnPullRequest && !NEVER_ON_PULL_REQUEST.test(condition ?? ""),
    masked: mask !== null,
    maskReason: mask,
    line: lineOf(pair.key, source.lines),
    runs,
    testPaths: testPathsOf(runs),
  };
  return { ...gate, findings: findingsOf(gate, condition) };
}

function readRuns(
  source: Source,
  workflow: Readonly<Record<string, unknown>>,
  job: Readonly<Record<string, unknown>>,
): readonly GateRun[] {
  const nodes = isMap(source.pair.value) ? source.pair.value.get("steps", true) : null;
  const places = isSeq(nodes) ? nodes.items : [];
  const usual =
    directoryOf(recordOf(job["defaults"])["run"]) ??
    directoryOf(recordOf(workflow["defaults"])["run"]);
  return stepsOf(job).flatMap((step, index) => {
    const text = listOf(step["run"])[0];
    if (text === undefined) return [];
    const workingDirectory = joinPath("", directoryOf(step) ?? usual ?? "");
    const continueOnError = step["continue-on-error"] === true;
    const reason = maskReason({ text, workingDirectory, continueOnError });
    return [
      { text, line: lineOf(places[index], source.lines), workingDirectory, maskReason: reason },
    ];
  });
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
  const testing = runs.filter((run) =>
    readCommands(run.text, run.workingDirectory).some(isTestCommand),
  );
  const asked = testing.length > 0 ? testing : runs.filter((run) => run.maskReason !== null);
  const first = asked[0];
  if (!first || asked.some((run) => run.maskReason === null)) return null;
  return `${first.maskReason} (line ${first.line})`;
}

function findingsOf(gate: Omit<Gate, "findings">, condition: string | null): readonly Finding[] {
  const at = { workflow: gate.workflow, job: gate.job };
  const here = { ...at, line: gate.line };
  const findings: Finding[] = gate.runs.flatMap((run) =>
    run.maskReason === null
      ? []
      : [{ ...at, kind: "masked", line: run.line, message: run.maskReason }],
  );
  if (!gate.runsOnPullRequest) {
    findings.push({
      ...here,
      kind: "no_pull_request_trigger",
      message: "It does not run on pull requests.",
    });
  }
  if (gate.branches.length > 0) {
    findings.push({
      ...here,
      kind: "branch_filtered",
      message: `It runs only for: ${gate.branches.join(", ")}`,
    });
  }
  if (gate.paths.length + gate.pathsIgnore.length > 0) {
    findings.push({
      ...here,
      kind: "path_filtered",
      message: "It runs only when certain paths change.",
    });
  }
  if (condition !== null) {
    findings.push({ ...here, kind: "conditional", message: `It runs only if ${condition}` });
  }
  return findings;
}

function lineOf(node: unknown, lines: LineCounter): number {
  const start = isNode(node) ? node.range?.[0] : undefined;
  return start === undefined ? 1 : lines.linePos(start).line;
}
