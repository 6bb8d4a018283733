import picomatch from "picomatch";
import { kindOfTest } from "../test/kind-of-test.ts";
import { pathMatcher } from "../test/path-matcher.ts";
import { joinPath } from "./join-path.ts";
import type { Command } from "./read-commands.ts";
import { executedTests, type Runner, runnerOf } from "./test-command.ts";

export type NamedTests = {
  /** For people: a file, a directory ending in `/`, or a glob. */
  readonly pattern: string;
  readonly matches: (path: string) => boolean;
};

const SUBCOMMANDS = /^(run|watch|test|--|start|exec)$/;
const GLOB = /[*?{]/;
const OWN_CONFIGURATION = /^(-c|--config|--project|-p)(=|$)/;

// What the shell or the forge puts in only when it runs; blanks inside do not part it.
const EXPANSIONS = /\$\{\{.*?\}\}|\$\{[^}]*\}|\$\([^)]*\)?|`[^`]*`?/g;
const EXPANDS = /[$`]/;
// These say how tests are run and not which.
const HOW =
  /^--?(workers|shard|reporters?|timeout|retries|maxfail|parallel|output|count|cpu|jobs|n|j|coverprofile|junitxml|junitfile)(=|$)/;

/** The tests that one command names by file, directory or glob, whole path segments only; a runner given no path names what it finds by itself below its working directory, unless a configuration of its own or an argument that is not known yet decides. */
export function namedTests(command: Command): readonly NamedTests[] {
  const scripts = executedTests(command);
  if (scripts.length > 0) {
    const told = scripts.filter((script) => !EXPANDS.test(script));
    return told.map((script) => named(script, command, null));
  }
  const runner = runnerOf(command);
  if (runner === null) return [];
  const words = argumentsOf(command, runner);
  const paths = pathsOf(words);
  if (paths.length > 0) return paths.map((path) => named(path, command, runner));
  if (runner.finds === null || words.some((word) => OWN_CONFIGURATION.test(word))) return [];
  if (expanding(words).length > 0) return [];
  return [foundAlone(command.directory, runner.finds, runner.e2e)];
}

/** The arguments of a test command that decide what it runs and are known only once it runs; empty where a path stands beside them. */
export function unresolvedArguments(command: Command): readonly string[] {
  const scripts = executedTests(command);
  if (scripts.length > 0) return scripts.filter((script) => EXPANDS.test(script));
  const runner = runnerOf(command);
  if (runner === null || runner.finds === null) return [];
  const words = argumentsOf(command, runner);
  return pathsOf(words).length > 0 ? [] : expanding(words);
}

const pathsOf = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !/^(-|\w+=)/.test(word) && !SUBCOMMANDS.test(word) && !EXPANDS.test(word));

function expanding(words: readonly string[]): readonly string[] {
  const isValueOfHow = (index: number) =>
    /^-[^=]*$/.test(words[index - 1] ?? "") && HOW.test(words[index - 1] ?? "");
  return words.filter(
    (word, index) => EXPANDS.test(word) && !HOW.test(word) && !isValueOfHow(index),
  );
}

/** What stands behind the runner's own words: `go test`, `npx playwright test`. */
function argumentsOf(command: Command, runner: Runner): readonly string[] {
  const text = command.words
    .join(" ")
    .replace(EXPANSIONS, (expansion) => expansion.replace(/\s+/g, ""));
  const match = runner.runs.exec(text);
  const rest = text.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  return rest.split(" ").filter((word) => word !== "" && !/^\d?>|^&>/.test(word));
}

function named(word: string, command: Command, runner: Runner | null): NamedTests {
  const below = /(^|\/)\.\.\.$/.test(word);
  const path = joinPath(
    command.directory,
    word.replace(/(^|\/)\.\.\.$/, "$1").replace(/::.*$/, ""),
  );
  const takes = (file: string) => runner?.takes?.test(file) ?? true;
  if (GLOB.test(path)) {
    const isMatch = pathMatcher(path);
    return { pattern: path, matches: (file) => isMatch(file) && takes(file) };
  }
  const prefix = path === "" ? "" : `${path}/`;
  const onlyChildren = runner?.directory === "package" && !below;
  const inside = (file: string) =>
    file.startsWith(prefix) && (!onlyChildren || !file.slice(prefix.length).includes("/"));
  return {
    pattern: shown({ path, prefix, below, runner }),
    matches: (file) => file === path || (inside(file) && takes(file)),
  };
}

function shown(of: {
  path: string;
  prefix: string;
  below: boolean;
  runner: Runner | null;
}): string {
  if (of.runner?.directory === "package")
    return `${of.prefix}${of.below ? "**/" : ""}${of.runner.finds}`;
  return /\.\w+$/.test(of.path) ? of.path : of.prefix || "./";
}

function foundAlone(directory: string, glob: string, e2e: Runner["e2e"]): NamedTests {
  const pattern = directory === "" ? glob : `${directory}/${glob}`;
  const isMatch = picomatch(glob, { dot: false });
  const prefix = directory === "" ? "" : `${directory}/`;
  const admits = (path: string) =>
    e2e === "both" || (kindOfTest(path) === "e2e") === (e2e === "only");
  return {
    pattern,
    matches: (path) =>
      path.startsWith(prefix) && isMatch(path.slice(prefix.length)) && admits(path),
  };
}
