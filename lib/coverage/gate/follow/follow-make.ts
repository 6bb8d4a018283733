import { expandMake, type MakeScope, stem } from "./expand-make.ts";
import { makeVariables } from "./make-variables.ts";
import { prefixOf } from "./pick.ts";
import { readArgs, valuesOf } from "./read-args.ts";
import { type MakeRule, readMakefile } from "./read-makefile.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import type { Script } from "./script.ts";
import { isUnknown, shownWord } from "./word-signs.ts";

const NAMES = ["GNUmakefile", "makefile", "Makefile"];
const VALUED = ["C", "directory", "f", "file", "makefile", "j", "jobs", "I", "l", "o", "W"];
// Targets that may test; of others it does not matter that they cannot be told.
const TESTS = /(^|[^a-z])(tests?|e2e|smoke|integration|unit|specs?|check|verify|ci|…)([^a-z]|$)/i;
const TARGETS_MAX = 400;

type Make = {
  readonly run: Run;
  readonly directory: string;
  readonly rules: readonly MakeRule[];
  readonly scope: MakeScope;
  readonly environment: ReadonlyMap<string, string>;
  readonly done: Set<string>;
  readonly scripts: Script[];
};

/** The recipes that `make` runs for its targets, those that they need first; null for another command. */
export function followMake(run: Run): Followed | null {
  if (!/^g?make$/.test(run.program)) return null;
  const args = readArgs(run.args, VALUED);
  if (
    /(^|\s)-\w*[nqv]\b|--(dry-run|question|version|help)/.test(
      run.args.filter((word) => word.startsWith("-")).join(" "),
    )
  )
    return {};
  const to = valuesOf(args, "C", "directory")[0];
  const directory = to === undefined ? run.directory : repositoryPath(run.directory, to);
  const said = `make ${run.args.map(shownWord).join(" ")}`.trim().slice(0, 80);
  const open = (why: string): Followed => ({
    unresolved: TESTS.test(said) ? [`runs \`${said}\`${why}`] : [],
  });
  if (directory === null) return open(" in a folder that cannot be told");
  const named = valuesOf(args, "f", "file", "makefile")[0];
  const path =
    named === undefined
      ? NAMES.map((name) => prefixOf(directory) + name).find(run.reading.tree.has)
      : repositoryPath(directory, named);
  const text = path === undefined || path === null ? null : run.reading.text(path);
  if (path === undefined || path === null || text === null)
    return open(", and there is no Makefile");
  if (!text.known) return open(`, and ${path}: ${text.why}`);
  return runTargets({ run, directory, path, text: text.value, words: args.rest, said });
}

type Asked = {
  readonly run: Run;
  readonly directory: string;
  readonly path: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly said: string;
};

function runTargets({ run, directory, path, text, words, said }: Asked): Followed {
  const given = new Map(
    words
      .filter((word) => /^[\w.-]+:?=/.test(word))
      .map((word) => {
        const cut = word.indexOf("=");
        return [word.slice(0, cut).replace(/:$/, ""), word.slice(cut + 1)] as const;
      }),
  );
  const variables = makeVariables(run, directory, given);
  const rules = readMakefile(text, path, variables.host);
  const make: Make = {
    run,
    directory,
    rules,
    scope: variables.scope,
    environment: new Map([...run.environment, ...variables.exported(), ...given]),
    done: new Set(),
    scripts: [],
  };
  const targets = words.filter(
    (word) => !given.has(word.replace(/:?=[^]*$/, "")) || !word.includes("="),
  );
  const usual =
    variables.scope.value(".DEFAULT_GOAL") ??
    rules.flatMap((rule) => rule.targets).find((target) => !/^\.|%/.test(target));
  const unresolved: string[] = [];
  for (const target of targets.length > 0 ? targets : [usual ?? ""]) {
    if (isUnknown(target)) unresolved.push(`runs \`${said}\`, whose target cannot be told`);
    else if (!build(make, target) && TESTS.test(target))
      unresolved.push(`runs \`${said}\`, target not found in ${path}`);
  }
  return { scripts: make.scripts, unresolved };
}

/** Adds the recipe of a target behind those of what it needs; false where there is none and no such file. */
function build(make: Make, target: string): boolean {
  if (make.done.has(target) || make.done.size > TARGETS_MAX) return true;
  make.done.add(target);
  const own = make.rules.filter((rule) => rule.targets.includes(target));
  const rules = own.some(({ recipe }) => recipe.length > 0)
    ? own
    : [...own, ...patternRule(make.rules, target)];
  if (rules.length === 0) return false;
  const parts = rules.map((rule) => ({
    rule,
    part: rule.targets.map((each) => stem(target, each)).find((each) => each !== null) ?? "",
  }));
  for (const { rule, part } of parts)
    for (const need of rule.needs) build(make, need.replace("%", part));
  // Of two recipes for a target the later one counts.
  const last = parts.findLast(({ rule }) => rule.recipe.length > 0);
  if (last) addRecipe(make, target, last.rule, last.part);
  return true;
}

const patternRule = (rules: readonly MakeRule[], target: string): readonly MakeRule[] =>
  rules
    .filter(
      (rule) =>
        rule.recipe.length > 0 &&
        rule.targets.some((each) => each.includes("%") && stem(target, each) !== null),
    )
    .slice(0, 1);

function addRecipe(
  { directory, scope, environment, scripts }: Make,
  target: string,
  rule: MakeRule,
  part: string,
): void {
  const automatic = new Map([
    ["@", target],
    ["<", rule.needs[0] ?? ""],
    ["^", rule.needs.join(" ")],
    ["*", part],
    ["@D", "."],
    ["@F", target],
  ]);
  const inner: MakeScope = { ...scope, value: (name) => automatic.get(name) ?? scope.value(name) };
  for (const { text, line } of rule.recipe.slice(0, 500)) {
    for (const expanded of expandMake(text, inner).split(/(?<!\\)\n/)) {
      const [, signs = "", command = ""] = /^([\s@+-]*)([^]*)$/.exec(expanded) ?? [];
      if (command === "") continue;
      scripts.push({
        text: command,
        place: { path: rule.path, line },
        directory,
        environment,
        args: [],
        file: null,
        mask: signs.includes("-") ? "make goes on after it fails (- in front of the line)" : null,
        errexit: false,
        pipefail: false,
        via: [],
      });
    }
  }
}
