import { isTestFile } from "../../test/is-test-file.ts";
import { globMatcher, hasGlob } from "./glob-match.ts";
import { isBelow, type Picked, pickWord, unclearPick } from "./pick.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import { plainScript, type Script } from "./script.ts";
import { baseName } from "./unwrap.ts";
import { filtersOf, isUnknown, shownWord } from "./word-signs.ts";

const SHELL = /^(ba|z|da|k)?sh$/;
const OTHER = /^(python[\d.]*|pypy[\d.]*|node|tsx|ts-node|bun|deno|ruby|php|perl|pwsh)$/;
const CODE = /\.(sh|bash|zsh|bats|py|[cm]?[jt]sx?|rb|php|pl|ps1)$/;
const TEST_NAME = /(^|\/)([a-z]*e2e|tests?|smoke)\/|(^|[/._-])(e2e|smoke|tests?)([._-]|$)/i;
const FILES_MAX = 50;

/** The script file that a command runs: a test by its name is selected, a shell script is followed; null where it runs none. */
export function followFile(run: Run): Followed | null {
  const { program, args } = run;
  const first = args.findIndex((arg) => !arg.startsWith("-"));
  if (SHELL.test(baseName(program))) {
    const inline = args.findIndex((arg) => /^-\w*c$/.test(arg));
    if (inline >= 0)
      return {
        scripts: [{ ...plainScript(run, args[inline + 1] ?? ""), args: args.slice(inline + 3) }],
      };
    if (first < 0 || args.slice(0, first).some((arg) => /^-\w*n/.test(arg))) return {};
    return runFile(run, args[first] ?? "", args.slice(first + 1), true, args.slice(0, first));
  }
  if (OTHER.test(baseName(program))) {
    const word = args.find((arg) => CODE.test(filtersOf(arg).bare) && !arg.startsWith("-"));
    return word === undefined ? null : runFile(run, word, [], false, []);
  }
  const isPath = program.includes("/") || CODE.test(filtersOf(program).bare);
  return isPath ? runFile(run, program, args, true, []) : null;
}

function runFile(
  run: Run,
  word: string,
  args: readonly string[],
  isShell: boolean,
  flags: readonly string[],
): Followed | null {
  const { directory } = run;
  const { bare } = filtersOf(word);
  const namesTest = isTestFile(bare.replace(/\uE000/g, "x")) || TEST_NAME.test(bare);
  if (isUnknown(word)) {
    const pick = namesTest ? pickWord(word, directory, isTestFile) : null;
    const why = `runs \`${shownWord(word)}\`, which is known only once it runs`;
    return { tests: pick ? [pick] : [], unresolved: namesTest ? [why] : [] };
  }
  const paths = pathsOf(word, run);
  if (paths.length === 0) {
    const missing = repositoryPath(directory, word);
    if (missing === null || !namesTest || !CODE.test(bare)) return null;
    return { unresolved: [`runs \`${shownWord(word)}\`, and there is no such file`] };
  }
  const tests = paths.filter((path) => isTestFile(path) || isCalledTest(path));
  const own = tests.length === 0 ? null : pickWord(word, directory, isTestFile);
  const scripts = isShell ? paths.flatMap((path) => fileScript(run, path, args, flags)) : [];
  const spoken = scripts.length === 0 ? paths.flatMap((path) => spokenOf(run, path)) : [];
  const opaque = scripts.length === 0 && tests.length > 0 && !tests.some(isTestFile);
  const unresolved = opaque ? [`runs \`${shownWord(word)}\`, whose tests cannot be told`] : [];
  const picks = [...(own ? [own] : []), ...spoken];
  // A script that is called after tests and runs others is no test itself.
  const isRunner = scripts.length > 0 && !tests.some(isTestFile);
  return isRunner ? { scripts, otherwise: picks } : { scripts, tests: picks, unresolved };
}

/** What a script of another language may run, by the runner that it speaks of. */
const SPOKEN: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(go test|gotestsum)\b/, /_test\.go$/],
  [/\b(pytest|unittest)\b/, /\.py$/],
  [
    /\b(vitest|jest|mocha|playwright test|cypress run|(npm|pnpm|yarn) (run )?test)\b/,
    /\.[cm]?[jt]sx?$/,
  ],
  [/\bdotnet['", ]+test\b/i, /\.(cs|fs|vb)$/],
  [/\bcargo['", ]+(test|nextest)\b/, /\.rs$/],
  [/\b(phpunit|pest)\b/, /\.php$/],
  [/\b(rspec|minitest)\b/, /\.rb$/],
  [/\b(mvnw?|gradlew?)\b/, /\.(java|kt|groovy|scala)$/],
];

/** The tests that a script which is not read may start, by the runners that its text names. */
function spokenOf({ reading, directory }: Run, path: string): readonly Picked[] {
  if (!CODE.test(path) || isTestFile(path)) return [];
  const text = reading.text(path);
  if (!text?.known) return [];
  const why = `it runs \`${path}\`, whose tests cannot be told`;
  return SPOKEN.filter(([runner]) => runner.test(text.value)).map(([, files]) =>
    unclearPick(
      "…",
      (file) => isBelow(directory, file) && files.test(file) && isTestFile(file),
      why,
    ),
  );
}

/** Whether a script is called a test; a shell script may also only lie among tests, where others keep what prepares them. */
const isCalledTest = (path: string): boolean =>
  /\.(sh|bash|zsh|bats)$/.test(path)
    ? TEST_NAME.test(path)
    : CODE.test(path) && TEST_NAME.test(baseName(path));

/** The files of the tree that a word names. */
function pathsOf(word: string, { directory, reading: { tree } }: Run): readonly string[] {
  const { bare, filters } = filtersOf(word);
  const path = repositoryPath(directory, bare);
  if (path === null) return [];
  if (!hasGlob(path)) return tree.has(path) ? [path] : [];
  const matcher = globMatcher(path);
  const pick = pickWord(word, directory, () => true);
  const found = matcher === null ? [] : tree.paths.filter(matcher);
  return found
    .filter((each) => filters.length === 0 || pick?.answer(each) === true)
    .slice(0, FILES_MAX);
}

/** A script file as a script; none where its text is not there or another program reads it. */
function fileScript(
  run: Run,
  path: string,
  args: readonly string[],
  flags: readonly string[],
): readonly Script[] {
  if (CODE.test(path) && !/\.(sh|bash|zsh|bats)$/.test(path)) return [];
  const text = run.reading.text(path);
  if (!text?.known) return [];
  const [head = ""] = text.value.slice(0, 200).split("\n");
  if (head.startsWith("#!") && !/\b(ba|z|da|k)?sh\b/.test(head)) return [];
  if (!head.startsWith("#!") && !/\.(sh|bash|zsh|bats)$/.test(path) && text.value.includes("\0"))
    return [];
  const modes = [head.startsWith("#!") ? head : "", ...flags].join(" ");
  return [
    {
      ...plainScript(run, text.value),
      place: { path, line: 1 },
      args,
      file: path,
      errexit: /\s-\w*e/.test(modes),
      pipefail: modes.includes("pipefail"),
    },
  ];
}
