import { readGates } from "../lib/coverage/gate/read-gates.ts";
import { judgeFix } from "../lib/coverage/judge-fix.ts";
import { NO_LINEAGE } from "../lib/coverage/lineage/trace-lineage.ts";
import { PolicyRules, PRESETS } from "../lib/coverage/policy.ts";
import { NO_CONVENTIONS } from "../lib/coverage/test/conventions.ts";
import { known, unknown } from "../lib/facts/known.ts";
import { makePullRequests } from "./make-pull-requests.ts";
import { atMost, type Measurement } from "./measurement.ts";

export const JUDGE_ROW = "judge_100k_prs_seconds";
const NO_RUNS = unknown("The made repository has no runs.");
const PULL_REQUESTS = 100_000;
const GOAL_SECONDS = 5;

const WORKFLOW = {
  path: ".github/workflows/test.yml",
  text: [
    "on: pull_request",
    "jobs:",
    "  unit:",
    "    steps:",
    "      - run: go test ./...",
    "      - run: npx vitest run",
    "  e2e:",
    "    steps:",
    "      - run: pytest src/area7",
  ].join("\n"),
};

/** How long one core takes to judge a hundred thousand pull requests; making them is not counted. */
export function measureJudge(say: (step: string) => void): Measurement {
  say(`judging ${PULL_REQUESTS} pull requests`);
  const rules = PolicyRules.parse(PRESETS.gated);
  const gates = known(readGates([WORKFLOW]).gates);
  let spent = 0;
  let covered = 0;
  for (const { title, files } of makePullRequests(PULL_REQUESTS)) {
    const started = performance.now();
    const { standing } = judgeFix({
      title,
      labels: [],
      headRef: null,
      files: known(files),
      gates,
      rules,
      conventions: NO_CONVENTIONS,
      lineage: NO_LINEAGE,
      override: null,
      runs: NO_RUNS,
    });
    spent += performance.now() - started;
    if (standing.rung !== "none") covered += 1;
  }
  const note = `${covered} of them with a test`;
  return atMost(JUDGE_ROW, spent / 1000, GOAL_SECONDS, "s", note);
}
