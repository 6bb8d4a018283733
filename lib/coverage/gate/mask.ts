import { type Command, readCommands } from "./read-commands.ts";
import { isTestCommand } from "./test-command.ts";

const HARMLESS = /^(true|:|exit 0|echo\b.*|printf\b.*)$/;

export type MaskedScript = {
  readonly text: string;
  readonly workingDirectory: string;
  readonly continueOnError: boolean;
};

/** Why no failing check of a step can fail its job; null when one can, or when the step checks nothing. Source: the evidence ladder's list of masks. */
export function maskReason(step: MaskedScript): string | null {
  const commands = readCommands(step.text, step.workingDirectory);
  const checks = commands.filter((command) => isTestCommand(command) || isLint(command));
  if (checks.length === 0) return null;
  if (step.continueOnError) return "the step has continue-on-error";
  if (exitsZero(step.text)) return "the script always ends with exit 0";
  const reasons = checks.map((check) => maskOfCommand(check, commands));
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}

/** Whether a command is a linter or a type check; such a job is masked by the same means. */
export function isLint(command: Command): boolean {
  return /\b(golangci-lint|eslint|oxlint|biome|ruff|flake8|mypy|shellcheck|actionlint|tsc|go vet|staticcheck|clippy|rubocop|hadolint|lint)\b/.test(
    command.words.join(" "),
  );
}

function maskOfCommand(check: Command, all: readonly Command[]): string | null {
  if (HARMLESS.test(check.rescue)) return `its failure is swallowed by || ${check.rescue}`;
  const at = all.indexOf(check);
  const modes = all.slice(0, at).filter(({ words }) => words[0] === "set");
  const mode = modes.findLast(({ text }) => /\s[+-]\w*e/.test(text));
  const goesOn = mode !== undefined && /\s\+\w*e/.test(mode.text);
  const last = all.at(-1);
  if (mode === undefined && last?.line === check.line && endsInTrue(last))
    return `its failure is swallowed by ; ${last.text}`;
  if (!goesOn) return null;
  return failsLater(check, all.slice(at + 1))
    ? null
    : "set +e lets the script go on after a failure";
}

const endsInTrue = ({ before, text }: Command): boolean =>
  before === ";" && /^(true|:)$/.test(text);

/** After `set +e` the script fails still when the check is its last command, or when a later line exits with a kept result. */
function failsLater(check: Command, after: readonly Command[]): boolean {
  if (after.length === 0) return true;
  return after.some(({ words }) => words[0] === "exit" && words[1] !== "0") && check.rescue === "";
}

/** An `exit 0` at the outermost level of a script: not inside `if`, a loop, a function or a case. */
function exitsZero(script: string): boolean {
  let depth = 0;
  for (const raw of script.split("\n")) {
    const line = raw.trim();
    if (/^(if|for|while|until|case|select)\b/.test(line)) depth += 1;
    if (line.endsWith("{")) depth += 1;
    if (/(^|;\s*)(fi|done|esac)\b/.test(line) || line.startsWith("}")) depth -= 1;
    if (
      depth <= 0 &&
      /^(.*;\s*)?exit 0\s*(#.*)?$/.test(line) &&
      !/&&|\|\||\b(if|then)\b/.test(line)
    )
      return true;
  }
  return false;
}
