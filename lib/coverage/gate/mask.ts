import { type JudgedScript, judgeScript, type Modes } from "./mask/judge-script.ts";
import { type Command, readCommands } from "./read-commands.ts";
import { isTestCommand } from "./test-command.ts";

export type MaskedScript = {
  readonly text: string;
  readonly workingDirectory: string;
  readonly continueOnError: boolean;
  /** The step's own `shell`, or the one that its job or workflow sets; null where none does. */
  readonly shell?: string | null;
};

/** Whether a failing check of a step can fail its job, and whether the step can end well without checking; a step that checks nothing is not masked. Source: the evidence ladder's list of masks. */
export function judgeMask(step: MaskedScript): JudgedScript {
  const isCheck = (text: string) =>
    readCommands(text, step.workingDirectory).some(
      (command) => isTestCommand(command) || isLint(command),
    );
  const shell = step.shell ?? null;
  const modes = modesOf(shell);
  const judged =
    modes === null
      ? { maskReason: null, skipsItself: false }
      : judgeScript(step.text, modes, isCheck);
  return step.continueOnError && isCheck(step.text)
    ? { ...judged, maskReason: "the step has continue-on-error" }
    : judged;
}

/** Why no failing check of a step can fail its job; null when one can, or when the step checks nothing. */
export function maskReason(step: MaskedScript): string | null {
  return judgeMask(step).maskReason;
}

/** Whether a command is a linter or a type check; such a job is masked by the same means. */
export function isLint(command: Command): boolean {
  return /\b(golangci-lint|eslint|oxlint|biome|ruff|flake8|mypy|shellcheck|actionlint|tsc|go vet|staticcheck|clippy|rubocop|hadolint|lint)\b/.test(
    command.words.join(" "),
  );
}

/** How a forge starts the shell of a step; null where it is no shell that we read. A step that names none gets `bash -e`, without pipefail. Source: the table of `jobs.<job_id>.steps[*].shell`; Gitea's runner does the same, older ones set pipefail too. */
function modesOf(shell: string | null): Modes | null {
  if (shell === null || shell === "sh") return { errexit: true, pipefail: false };
  if (shell === "bash") return { errexit: true, pipefail: true };
  if (!/^(\S*\/)?(ba|z|da)?sh(\s|$)/.test(shell)) return null;
  return { errexit: /\s-\w*e/.test(shell), pipefail: /\bpipefail\b/.test(shell) };
}
