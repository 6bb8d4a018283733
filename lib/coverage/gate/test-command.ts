import { isTestFile } from "../test/is-test-file.ts";
import type { Command } from "./read-commands.ts";

const SCRIPTED = "**/*.{test,spec}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}";

export type Runner = {
  readonly runs: RegExp;
  /** Files that it takes from a directory it is given; null means any. */
  readonly takes: RegExp | null;
  /** Glob of what it finds when it is given no path; null when only its configuration knows. */
  readonly finds: string | null;
  /** Whether a directory means all below it, or (as for Go) one package unless it ends in `...`. */
  readonly directory: "below" | "package";
  /** Whether what it finds by itself are end to end tests only, none of them, or both. */
  readonly e2e: "only" | "never" | "both";
};

const RUNNERS: readonly Runner[] = [
  {
    runs: /\bgo test\b|\bgotestsum\b|\bginkgo\b/,
    takes: /_test\.go$/,
    finds: "*_test.go",
    directory: "package",
    e2e: "both",
  },
  {
    runs: /\bplaywright test\b/,
    takes: /\.[cm]?[jt]sx?$/,
    finds: SCRIPTED,
    directory: "below",
    e2e: "only",
  },
  {
    runs: /\bcypress run\b/,
    takes: /\.[cm]?[jt]sx?$/,
    finds: "**/cypress/**",
    directory: "below",
    e2e: "only",
  },
  {
    runs: /\bpytest\b|\bpython3? -m unittest\b/,
    takes: /(^|\/)(test_[^/]*|[^/]*_test)\.py$/,
    finds: "**/{test_*,*_test}.py",
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\bcargo (nextest run|test)\b/,
    takes: /\.rs$/,
    finds: "**/tests/**/*.rs",
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\b(vitest|jest)\b/,
    takes: /\.[cm]?[jt]sx?$/,
    finds: SCRIPTED,
    directory: "below",
    e2e: "never",
  },
  { runs: /\b(mocha|ava|tap|karma)\b/, takes: null, finds: null, directory: "below", e2e: "both" },
  {
    runs: /\bnode\b.*\s--test\b|\bdeno test\b|\bbun test\b/,
    takes: null,
    finds: null,
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\b(npm|pnpm|yarn|bun|turbo|nx)\b(\s+(-\S+|run|workspace|\S+@\S+))*\s+(test|e2e|smoke)\S*/,
    takes: null,
    finds: null,
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\b(npm|pnpm|yarn|bun)\b.*\s\S*[:-](test|e2e|smoke)\b/,
    takes: null,
    finds: null,
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\b(make|just|task|rake)\b.*\b(test|e2e|smoke)\b\S*|^(tox|nox)\b/,
    takes: null,
    finds: null,
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\b(mvnw?|gradlew?)\b.*\b(test|verify|check|integrationTest)\b/,
    takes: null,
    finds: null,
    directory: "below",
    e2e: "both",
  },
  {
    runs: /\b(bats|rspec|phpunit|ctest)\b|\b(dotnet|swift) test\b/,
    takes: null,
    finds: null,
    directory: "below",
    e2e: "both",
  },
];

const INTERPRETER = /^(bash|sh|zsh|python3?|node|tsx|ts-node|ruby|php|perl|source|\.)$/;
const TEST_NAME = /(^|\/)([a-z]*e2e|tests?|smoke)\/|(^|[/._-])(e2e|smoke|test)([._-]|$)/i;
const SCRIPT = /\.(sh|bash|bats|py|[cm]?[jt]s|rb|php|pl)$/;
// A runner or test named as an argument of these is installed, printed or looked for, not run.
const DOES_NOT_RUN =
  /^(echo|printf|cat|ls|find|grep|rg|sed|awk|cp|mv|rm|mkdir|chmod|test|\[{1,2}|git|gh|curl|tee|export|which|pip3?|apt|apt-get|brew|shellcheck|actionlint|tar|diff|head|tail|wc|sleep|kill|for|case)$/;
const INSTALLS = /^\S+ (install|ci|add|i)\b|\b(playwright|cypress) install\b|^python3? -m pip\b/;

// A runner that is told to list, to print its version or to build only runs no test.
const LISTS =
  /\s--?(list|list-tests|listTests|collect-only|co|version|help)(\s|=|$)|\b(vitest|jest) list\b|\bgo test\b.*\s-c(\s|$)/;

/** Whether a command runs tests: a known runner, or a script whose name or place says that it is a test. */
export function isTestCommand(command: Command): boolean {
  return runnerOf(command) !== null || executedTests(command).length > 0;
}

/** The test scripts that a command executes, as written (`bash -n` only parses its script, so it executes none). */
export function executedTests(command: Command): readonly string[] {
  const [first = "", ...rest] = command.words;
  if (!INTERPRETER.test(first)) return isTestScript(first) ? [first] : [];
  const flags = rest.slice(
    0,
    Math.max(
      0,
      rest.findIndex((word) => !word.startsWith("-")),
    ),
  );
  if (first !== "node" && flags.some((flag) => /^-\w*n/.test(flag))) return [];
  return rest.filter((word) => !word.startsWith("-")).filter(isTestScript);
}

/** The test runner that a command starts; null when it starts none, or starts it only to list its tests. */
export function runnerOf(command: Command): Runner | null {
  const text = command.words.join(" ");
  return LISTS.test(text) ? null : startedRunner(command, text);
}

/** Whether a command starts a test runner only to list its tests. */
export function listsOnly(command: Command): boolean {
  const text = command.words.join(" ");
  return LISTS.test(text) && startedRunner(command, text) !== null;
}

function startedRunner(command: Command, text: string): Runner | null {
  if (DOES_NOT_RUN.test(command.words[0] ?? "") || INSTALLS.test(text)) return null;
  return RUNNERS.find(({ runs }) => runs.test(text)) ?? null;
}

function isTestScript(word: string): boolean {
  return SCRIPT.test(word) && (isTestFile(word) || TEST_NAME.test(word));
}
