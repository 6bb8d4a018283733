import { withTexts } from "../changed-files/file-condition.ts";
import type { Gate } from "../gate.ts";
import { gateKind } from "../gate-kind.ts";
import { isCompensated } from "../mask/compensated.ts";
import type { WorkflowSource } from "../parse-workflow.ts";
import { listOf, recordOf } from "../read-triggers.ts";
import { selectionsOf, testPathsOf } from "../selects.ts";
import { stepsOf } from "../steps-of.ts";
import { followActions } from "./follow-action.ts";
import { followFindings } from "./follow-findings.ts";
import { type FollowedRun, followRun } from "./follow-run.ts";
import { type Fields, writtenVariables } from "./job-around.ts";
import { matrixVariants } from "./matrix-variants.ts";
import { someTests } from "./some-tests.ts";
import type { Reading } from "./source-tree.ts";
import { shownWord } from "./word-signs.ts";

/** A job with its steps followed through the files of the branch to the tests that they run: kind, masks, tests and findings by what was found. */
export function followGate(gate: Gate, source: WorkflowSource | null, reading: Reading): Gate {
  if (source === null || gate.calls !== null) return withFilters(gate, reading);
  const id = gate.checkName.job;
  const job = recordOf(recordOf(source.root["jobs"])[id]);
  const steps = stepsOf(job);
  const lines = steps.map((_step, at) => source.lineAt(["jobs", id, "steps", at]) ?? 1);
  const variants = matrixVariants(job);
  const around = { source, job, variants, written: writtenVariables(steps), reading };
  const own = gate.runs.map((run) => {
    const at = lines.indexOf(run.line);
    const compensated = at >= 0 && isCompensated(steps, at);
    return followRun(run, { ...around, step: steps[at] ?? {}, compensated });
  });
  // A job whose scripts never run is off as a whole.
  const isOff = gate.runs.length === 0 && steps.some((step) => step["run"] !== undefined);
  if (isOff) return gate;
  return concluded(
    withFilters(gate, reading),
    job,
    [...own, ...followActions({ gate, steps, lines, reading })],
    reading,
  );
}

/** The gate with the filters of changed files read that stand in files of the branch. */
function withFilters(gate: Gate, reading: Reading): Gate {
  const { fileConditions = [] } = gate;
  if (fileConditions.length === 0) return gate;
  const textOf = (path: string): string | null => {
    const text = reading.text(path);
    return text?.known ? text.value : null;
  };
  return { ...gate, fileConditions: withTexts(fileConditions, textOf) };
}

function concluded(
  gate: Gate,
  job: Fields,
  followed: readonly FollowedRun[],
  reading: Reading,
): Gate {
  const runs = followed.map(({ run }) => run);
  const maskReason = maskOf(gate, followed);
  const kept = gate.findings.filter(({ kind }) => kind !== "unresolved_tests");
  return {
    ...gate,
    runs,
    testPaths: testPathsOf(runs),
    masked: maskReason !== null,
    maskReason,
    kind: kindOf(gate, job, followed, reading),
    findings: [...followFindings(gate, followed, someTests(reading)), ...kept],
  };
}

function kindOf(
  gate: Gate,
  job: Fields,
  followed: readonly FollowedRun[],
  reading: Reading,
): Gate["kind"] {
  const runs = followed.map(({ run }) => run);
  const selections = runs.flatMap(selectionsOf);
  const tests = selections.length === 0 ? [] : someTests(reading);
  return gateKind({
    names: [gate.checkName.job, listOf(job["name"])[0] ?? ""],
    workflowNames: [gate.workflowName ?? "", gate.file.replace(/^.*\//, "")],
    runs,
    uses: [job, ...stepsOf(job)].flatMap((part) => listOf(part["uses"])),
    followed: {
      commands: followed.flatMap(({ ran }) => ran.map(({ words }) => words.map(shownWord))),
      files: tests.filter((path) => selections.some((each) => each.matches(path))),
      unresolved: followed.some(({ unresolved }) => unresolved.length > 0),
      services: Object.keys(recordOf(job["services"])).length > 0,
    },
  });
}

/** Why no test of a job can turn it red, now that all of them are known: each is masked in its step or on the way; null when one is not. */
function maskOf(gate: Gate, followed: readonly FollowedRun[]): string | null {
  const testing = followed.filter(({ run }) => selectionsOf(run).length > 0);
  const [first] = testing;
  if (gate.aggregates !== null || !first) return gate.maskReason;
  const reasons = testing.flatMap(({ run }) => selectionsOf(run).map((each) => each.maskReason));
  const [reason = null] = reasons;
  return reason === null || reasons.includes(null) ? null : `${reason} (line ${first.run.line})`;
}
