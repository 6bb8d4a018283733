import { kindOfTest } from "../test/kind-of-test.ts";
import type { GateKind, GateRun } from "./gate.ts";
import { isLint } from "./mask.ts";
import { type Command, readCommands } from "./read-commands.ts";
import { testPathsOf } from "./selects.ts";
import { isTestCommand } from "./test-command.ts";

type Job = {
  /** What the job itself is called by: its id and its name. */
  readonly names: readonly string[];
  /** What its workflow is called by: name and file; they speak for a job only once it runs tests. */
  readonly workflowNames: readonly string[];
  readonly runs: readonly GateRun[];
  /** The actions that its steps use. */
  readonly uses: readonly string[];
};

const SMOKE = /(^|[^a-z])smoke([^a-z]|$)/i;
const E2E = /(^|[^a-z])e2e([^a-z]|$)/i;
// A job that runs no known test command is one only by a name that says nothing else: not "sweep e2e leftovers".
const ENDS_IN_SMOKE = /(^|[^a-z])smoke([\s_-]*tests?)?[\s)]*$/i;
const ENDS_IN_E2E = /(^|[^a-z])e2e([\s_-]*tests?)?[\s)]*$/i;
const E2E_COMMAND = /\bplaywright\b|\bcypress\b|(^|[^a-z])e2e([^a-z]|$)/i;
const LINT_ACTION = /codeql|lint|super-linter|semgrep|trivy|dependency-review|gitleaks|scorecard/i;
const BUILD_COMMAND =
  /\b(go build|npm run build|pnpm build|yarn build|vite build|docker (buildx )?build|cargo build|make build|make|gradle|mvn)\b|\bbuild\b/;
const BUILD_ACTION = /build-push-action|goreleaser|docker\/bake/i;

/** What a job checks: the strongest kind of test that it runs, else what its commands and actions do. */
export function gateKind(job: Job): GateKind {
  const commands = job.runs.flatMap((run) => readCommands(run.text, run.workingDirectory));
  const tests = commands.filter(isTestCommand);
  if (tests.length > 0) return kindOfTests(job, tests);
  if (commands.some(isLint) || job.uses.some((use) => LINT_ACTION.test(use))) return "lint";
  const called = (word: RegExp) => job.runs.length > 0 && job.names.some((name) => word.test(name));
  if (called(ENDS_IN_SMOKE)) return "smoke";
  if (called(ENDS_IN_E2E)) return "e2e";
  const builds = commands.some(({ words }) => BUILD_COMMAND.test(words.join(" ")));
  return builds || job.uses.some((use) => BUILD_ACTION.test(use)) ? "build" : "other";
}

function kindOfTests(job: Job, tests: readonly Command[]): GateKind {
  const called = (word: RegExp) =>
    [...job.names, ...job.workflowNames].some((name) => word.test(name));
  const kinds = testPathsOf(job.runs).map((path) =>
    kindOfTest(path.endsWith("/") ? `${path}x` : path),
  );
  const isE2e =
    kinds.includes("e2e") || tests.some(({ words }) => E2E_COMMAND.test(words.join(" ")));
  if (called(SMOKE)) return "smoke";
  if (isE2e || called(E2E)) return "e2e";
  return kinds.includes("integration") || called(/integration/i) ? "integration" : "unit";
}
