import { globMatcher } from "./glob-match.ts";
import { lineOfScript, type PackageFile, packageFile, workspacePackages } from "./package-file.ts";
import { type PackageWords, packageWords } from "./package-words.ts";
import { readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import { plainScript, quotedWords, type Script } from "./script.ts";
import { nearestWith } from "./source-tree.ts";
import { isUnknown, shownWord } from "./word-signs.ts";

const TESTS =
  /(^|[^a-z])(tests?|e2e|specs?|smoke|integration|playwright|cypress|vitest|jest)([^a-z]|$)/i;

/** The scripts of `package.json` that npm, pnpm, yarn, bun, turbo, nx or lerna run, those before and behind them too; null where a command runs none. */
export function followPackage(run: Run): Followed | null {
  const { program } = run;
  const said = shownWord([program, ...run.args].join(" ")).slice(0, 80);
  if (/^(turbo|nx|lerna)$/.test(program)) return followTasks(run, said);
  if (/^(run-s|run-p|npm-run-all2?|concurrently)$/.test(program)) return followMany(run);
  if (!/^(npm|pnpm|yarn|yarnpkg|bun)$/.test(program)) return null;
  const asked = packageWords({ ...run, program: program === "yarnpkg" ? "yarn" : program });
  if (asked === null) return null;
  const [name = "", ...rest] = asked.words;
  if (name === "") return null;
  if (isUnknown(name))
    return {
      unresolved: TESTS.test(said) ? [`runs \`${said}\`, whose script cannot be told`] : [],
    };
  if (asked.filters !== null) return inWorkspace(run, asked, said);
  const home = nearestWith(run.reading.tree, asked.directory, "package.json");
  const file = home === null ? null : packageFile(run.reading, home);
  if (file !== null && "why" in file)
    return {
      unresolved: TESTS.test(said) || name === "run" ? [`runs \`${said}\`, and ${file.why}`] : [],
    };
  const scripts = file === null || asked.kind === "program" ? [] : scriptsOf(run, file, name, rest);
  if (scripts.length > 0) return { scripts };
  if (asked.kind !== "script" && !(asked.kind === "either" && isOnlyScript(name)))
    return { scripts: [scriptOfWords(run, asked.directory, asked.words)] };
  if (asked.optional || !TESTS.test(name)) return {};
  return { unresolved: [`runs \`${said}\`, no such script in ${file?.path ?? "a package.json"}`] };
}

/** Names that no program has. */
const isOnlyScript = (name: string): boolean =>
  name.includes(":") || /^(test|e2e|unit|integration|smoke)$/.test(name);

function scriptsOf(
  run: Run,
  file: PackageFile,
  name: string,
  rest: readonly string[],
): readonly Script[] {
  const own = file.scripts.get(name);
  if (own === undefined) return [];
  const around = (prefix: string) =>
    run.program === "pnpm" ? undefined : file.scripts.get(prefix + name);
  const parts = [
    ["pre" + name, around("pre")],
    [name, `${own} ${quotedWords(rest)}`.trim()],
    ["post" + name, around("post")],
  ] as const;
  return parts.flatMap(([each, text]) =>
    text === undefined
      ? []
      : [
          {
            ...scriptOfWords(run, file.folder, []),
            text,
            place: { path: file.path, line: lineOfScript(file, each) },
          },
        ],
  );
}

function inWorkspace(run: Run, asked: PackageWords, said: string): Followed {
  const [name = "", ...rest] = asked.words;
  const packages = workspacePackages(run.reading, asked.directory);
  const chosen = packages.filter((file) =>
    isChosen(file, asked.filters ?? [], packages[0]?.folder ?? ""),
  );
  const scripts = chosen.flatMap((file) => {
    const own = asked.kind === "program" ? [] : scriptsOf(run, file, name, rest);
    const asProgram = asked.kind !== "script" && own.length === 0 && !isOnlyScript(name);
    return asProgram ? [scriptOfWords(run, file.folder, asked.words)] : own;
  });
  if (scripts.length > 0 || asked.optional || !TESTS.test(name)) return { scripts };
  return { unresolved: [`runs \`${said}\`, and no package of the workspace has that script`] };
}

/** Whether a filter of a workspace chooses a package: by its name, its folder, all where none is given or where what changed decides. */
function isChosen(file: PackageFile, filters: readonly string[], root: string): boolean {
  const plain = filters
    .map((filter) => filter.replace(/^\.{3}|\.{3}$|\^|^\{|\}$/g, ""))
    .filter((filter) => !/^\[|^!?$/.test(filter) && !isUnknown(filter));
  const fits = (filter: string) => {
    if (filter === file.name || filter === file.folder.slice(file.folder.lastIndexOf("/") + 1))
      return true;
    const path = /^[./]/.test(filter) ? repositoryPath(root, filter) : null;
    if (path !== null && (path === file.folder || globMatcher(path)?.(file.folder))) return true;
    return file.name !== null && (globMatcher(filter)?.(file.name) ?? false);
  };
  if (plain.some((filter) => filter.startsWith("!") && fits(filter.slice(1)))) return false;
  const wanted = plain.filter((filter) => !filter.startsWith("!"));
  return wanted.length === 0 || wanted.some(fits);
}

/** `turbo run test`, `nx run-many -t test`, `lerna run test`: a task is the script of that name in each package. */
function followTasks(run: Run, said: string): Followed | null {
  const args = readArgs(run.args, [
    "filter",
    "scope",
    "t",
    "target",
    "targets",
    "p",
    "projects",
    "concurrency",
    "parallel",
    "cache-dir",
    "log-order",
    "base",
    "head",
    "c",
    "configuration",
    "F",
  ]);
  const words = args.rest.filter((word) => !/^(run|run-many|affected|exec)$/.test(word));
  const named = valuesOf(args, "t", "target", "targets").flatMap((value) => value.split(","));
  const single = run.program === "nx" && named.length === 0 && !run.args.includes("run-many");
  const tasks =
    named.length > 0
      ? named
      : single
        ? words.slice(0, 1).map((word) => word.split(":")[1] ?? word)
        : words.filter((word) => !isUnknown(word));
  const own = [
    ...valuesOf(args, "filter", "F", "scope", "p", "projects").flatMap((value) => value.split(",")),
    ...(single
      ? [words[0]?.includes(":") ? (words[0].split(":")[0] ?? "") : (words[1] ?? "")]
      : []),
  ].filter((each) => each !== "");
  const packages = workspacePackages(run.reading, run.directory);
  const chosen = packages.filter((file) => isChosen(file, own, packages[0]?.folder ?? ""));
  const isHere = (text: string) => /\b(turbo|nx|lerna)\b/.test(text);
  const scripts = tasks.flatMap((task) =>
    chosen.flatMap((file) =>
      isHere(file.scripts.get(task.replace(/^\/\/#/, "")) ?? "")
        ? []
        : scriptsOf({ ...run, program: "pnpm" }, file, task.replace(/^\/\/#/, ""), []),
    ),
  );
  if (scripts.length > 0 || !tasks.some((task) => TESTS.test(task))) return { scripts };
  return { unresolved: [`runs \`${said}\`, and no package of the workspace has that script`] };
}

/** `run-s a b:*` runs scripts by name; `concurrently "…" npm:a` runs commands as well. */
function followMany(run: Run): Followed {
  const home = nearestWith(run.reading.tree, run.directory, "package.json");
  const file = home === null ? null : packageFile(run.reading, home);
  const own = file !== null && "scripts" in file ? file : null;
  const args = readArgs(run.args, [
    "n",
    "names",
    "c",
    "prefix-colors",
    "max-parallel",
    "k",
    "success",
    "s",
    "p",
    "prefix",
  ]);
  const scripts = args.rest.flatMap((word): readonly Script[] => {
    const name =
      run.program === "concurrently"
        ? /^(?:npm|pnpm|yarn|bun)(?: run)?:([^]*)$/.exec(word)?.[1]
        : word.split(" ")[0];
    if (name === undefined) return [{ ...scriptOfWords(run, run.directory, []), text: word }];
    const matcher = globMatcher(name.replace(/:\*\*$/, ":*").replaceAll(":", "/"));
    const names =
      own === null
        ? []
        : [...own.scripts.keys()].filter(
            (each) => each === name || matcher?.(each.replaceAll(":", "/")),
          );
    return own === null ? [] : names.flatMap((each) => scriptsOf(run, own, each, []));
  });
  return { scripts };
}

const scriptOfWords = (run: Run, directory: string, words: readonly string[]): Script =>
  plainScript({ ...run, directory }, quotedWords(words));

/** A program that is not known here and is told to `run` what is a script of `package.json`, or to `exec` a program. */
export function followUnknownRunner(run: Run): Followed | null {
  const [verb, name = "", ...rest] = run.args;
  if (verb === "exec" && name !== "")
    return { scripts: [scriptOfWords(run, run.directory, [name, ...rest])] };
  if (verb !== "run" || run.program.includes("/")) return null;
  const home = nearestWith(run.reading.tree, run.directory, "package.json");
  const file = home === null ? null : packageFile(run.reading, home);
  if (file === null || "why" in file) return null;
  const scripts = scriptsOf(run, file, name, rest);
  return scripts.length > 0 ? { scripts } : null;
}
