import { kindOfTest } from "../test/kind-of-test.ts";
import type { GateKind, GateRun } from "./gate.ts";
import { isLint } from "./mask.ts";
import { readCommands } from "./read-commands.ts";
import { selectionsOf } from "./selects.ts";
import { isTestCommand } from "./test-command.ts";

type Job = {
  /** What the job itself is called by: its id and its name. */
  readonly names: readonly string[];
  /** What its workflow is called by: name and file; they speak for a job only once it runs tests. */
  readonly workflowNames: readonly string[];
  readonly runs: readonly GateRun[];
  /** The actions that its steps use. */
  readonly uses: readonly string[];
  /** What following its steps through the files of the branch told; absent where those were not given. */
  readonly followed?: FollowedJob;
};

export type FollowedJob = {
  /** Every command that runs, wherever the steps lead. */
  readonly commands: readonly (readonly string[])[];
  /** Test files of the branch that it certainly runs, or some of them. */
  readonly files: readonly string[];
  /** Whether it runs tests that could not be told. */
  readonly unresolved: boolean;
  /** Whether servers such as a database run beside it. */
  readonly services: boolean;
};

const SMOKE = /(^|[^a-z])smoke([^a-z]|$)/i;
const E2E = /(^|[^a-z])e2e([^a-z]|$)/i;
const INTEGRATION = /(^|[^a-z])integration([^a-z]|$)/i;
// A job that runs no known test command is one only by a name that says nothing else: not "sweep e2e leftovers".
const ENDS_IN_SMOKE = /(^|[^a-z])smoke([\s_-]*tests?)?[\s)]*$/i;
const ENDS_IN_E2E = /(^|[^a-z])e2e([\s_-]*tests?)?[\s)]*$/i;
const BROWSER = /\b(playwright test|cypress run)\b/;
const E2E_COMMAND = /\bplaywright\b|\bcypress\b|(^|[^a-z])e2e([^a-z]|$)/i;
const TYPE_CHECK = /\b(tsc|vue-tsc|tsgo|pyright|mypy|svelte-check)\b/;
const OTHER_LINT =
  /\b(golangci-lint|eslint|oxlint|biome|ruff|flake8|shellcheck|actionlint|go vet|staticcheck|clippy|rubocop|hadolint|lint)\b/;
const AUDIT =
  /\b(npm|yarn|pnpm|bun|cargo|composer) (npm )?audit\b|\b(govulncheck|osv-scanner|pip-audit|bundle-audit|gitleaks|semgrep|zizmor|trivy)\b/;
const LINT_ACTION =
  /codeql|lint|super-linter|semgrep|trivy|dependency-review|gitleaks|scorecard|zizmor/i;
const BUILD_COMMAND =
  /\b(go build|npm run build|pnpm build|yarn build|vite build|docker (buildx )?build|cargo build|make build|make|gradle|mvn)\b|\bbuild\b/;
const BUILD_ACTION = /build-push-action|goreleaser|docker\/bake/i;

/** What a job checks: the strongest kind of test that it runs, else what its commands and actions do; type checks and generated code are a build, audits a lint. */
export function gateKind(job: Job): GateKind {
  const own = job.runs.flatMap((run) => readCommands(run.text, run.workingDirectory));
  const tests = job.followed
    ? job.runs.some((run) => selectionsOf(run).some(({ pattern }) => pattern !== "…")) ||
      job.followed.unresolved
    : own.some(isTestCommand);
  const commands = [...own.map(({ words }) => words), ...(job.followed?.commands ?? [])].map(
    (words) => words.join(" "),
  );
  if (tests) return kindOfTests(job, commands);
  const lints = (text: string) => {
    const words = text.split(" ");
    const linter = isLint({ words, directory: "" });
    return (linter && (OTHER_LINT.test(text) || !TYPE_CHECK.test(text))) || AUDIT.test(text);
  };
  if (commands.some(lints) || job.uses.some((use) => LINT_ACTION.test(use))) return "lint";
  const called = (word: RegExp) => job.runs.length > 0 && job.names.some((name) => word.test(name));
  if (called(ENDS_IN_SMOKE)) return "smoke";
  if (called(ENDS_IN_E2E)) return "e2e";
  const builds = commands.some((text) => BUILD_COMMAND.test(text) || TYPE_CHECK.test(text));
  return builds || job.uses.some((use) => BUILD_ACTION.test(use)) ? "build" : "other";
}

function kindOfTests(job: Job, commands: readonly string[]): GateKind {
  const called = (word: RegExp) =>
    [...job.names, ...job.workflowNames].some((name) => word.test(name));
  if (called(SMOKE)) return "smoke";
  const { followed } = job;
  const isE2e = followed
    ? commands.some((text) => BROWSER.test(text)) || mostly("e2e", job, followed)
    : commands.some((text) => E2E_COMMAND.test(text)) || names("e2e", job);
  if (isE2e || called(E2E)) return "e2e";
  const isIntegration = followed
    ? followed.services || mostly("integration", job, followed)
    : names("integration", job);
  // A workflow that is called so has other jobs beside these.
  return isIntegration || job.names.some((name) => INTEGRATION.test(name)) ? "integration" : "unit";
}

const patternsOf = (job: Job): readonly string[] =>
  job.runs.flatMap((run) => selectionsOf(run).map(({ pattern }) => pattern));

const names = (kind: GateKind, job: Job): boolean =>
  patternsOf(job).some((path) => kindOfTest(path.endsWith("/") ? `${path}x` : path) === kind);

/** Whether at least half of the tests that a job runs are of a kind; where none could be told, whether it names such a place. */
function mostly(kind: GateKind, job: Job, { files }: FollowedJob): boolean {
  if (files.length === 0) return names(kind, job);
  return files.filter((path) => kindOfTest(path) === kind).length * 2 >= files.length;
}
