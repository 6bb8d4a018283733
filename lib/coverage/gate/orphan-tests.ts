import type { Finding } from "./finding.ts";
import { type Gate, gateRef } from "./gate.ts";
import { selectionOf } from "./selects.ts";

/** A test file that no job is known to run, and why it counts as that. */
export type OrphanTest = {
  readonly path: string;
  readonly why: string;
  /** The jobs that only lint it. */
  readonly lintedBy: readonly string[];
};

export type TestsWithoutGate = {
  /** No job runs them on any trigger. */
  readonly orphans: readonly OrphanTest[];
  /** Jobs run them, none of them on pull requests. */
  readonly offPullRequests: readonly OrphanTest[];
  /** Whether a job runs them cannot be told: neither gated nor orphans. */
  readonly unclear: readonly OrphanTest[];
};

// What lies among tests for them to read; a name alone makes no test of it.
const MATERIAL =
  /(^|\/)(__fixtures__|__snapshots__|testdata)\/|(^|\/)(__tests__|tests?|specs?|e2e)\/([^]*\/)?fixtures\//;

/** Which of these test files no job runs, which only jobs off pull requests run, and of which that cannot be told, as where one of the findings says that a workflow file is broken; those that a pull request runs are in none of the lists, and neither is what lies in folders of fixtures and snapshots and no job runs. */
export function orphanTests(
  gates: readonly Gate[],
  tests: readonly string[],
  findings: readonly Finding[] = [],
): TestsWithoutGate {
  const broken = findings.find(({ kind }) => kind === "broken_workflow");
  const orphans: OrphanTest[] = [];
  const offPullRequests: OrphanTest[] = [];
  const unclear: OrphanTest[] = [];
  for (const path of tests) {
    const answers = gates.map((gate) => ({ gate, answer: answerOf(gate, path) }));
    const running = answers.filter(({ answer }) => answer === "yes").map(({ gate }) => gate);
    if (running.some(({ runsOnPullRequest }) => runsOnPullRequest)) continue;
    if (running.length === 0 && MATERIAL.test(path)) continue;
    const lintedBy = gates.filter((gate) => lints(gate, path)).map(gateRef);
    const open = answers.find(
      ({ gate, answer }) =>
        typeof answer === "object" && (gate.runsOnPullRequest || running.length === 0),
    );
    if (open && typeof open.answer === "object") {
      const why = `Whether ${gateRef(open.gate)} runs it cannot be told: ${open.answer.unclear}.`;
      unclear.push({ path, why, lintedBy });
    } else if (running.length > 0) {
      const why = `Only ${running.map(gateRef).join(", ")} runs it, never on pull requests.`;
      offPullRequests.push({ path, why, lintedBy });
    } else if (broken) {
      const why = `Whether ${broken.workflow} runs it cannot be told: that file is not valid YAML.`;
      unclear.push({ path, why, lintedBy });
    } else orphans.push({ path, why: whyOrphan(lintedBy), lintedBy });
  }
  return { orphans, offPullRequests, unclear };
}

// What a workflow of another repository is called by where it checks.
const CHECKS = /(^|[^a-z])(tests?|e2e|ci|check|verify|pull|pr|build|unit|integration)([^a-z]|$)/i;

/** A job that calls a workflow that cannot be read may run anything, if that is called like one that checks. */
function answerOf(gate: Gate, path: string): ReturnType<typeof selectionOf> {
  const unread = gate.findings.some(({ kind }) => kind === "unreadable_call");
  const called = gate.calls?.replace(/@[^]*$/, "").replace(/^.*\//, "") ?? "";
  return unread && CHECKS.test(called)
    ? { unclear: `the workflow ${gate.calls} that it calls cannot be read` }
    : selectionOf(gate, path);
}

const lints = (gate: Gate, path: string): boolean =>
  gate.runs.some((run) => run.lints?.some((lint) => lint.matches(path)));

function whyOrphan(lintedBy: readonly string[]): string {
  const [first] = lintedBy;
  return first === undefined
    ? "No job names it or a folder that holds it."
    : `No job runs it; ${first} only lints it.`;
}
