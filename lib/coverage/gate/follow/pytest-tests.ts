import { globMatcher } from "./glob-match.ts";
import { iniSection, tomlTable } from "./ini-values.ts";
import { type Answer, isBelow, narrowed, type Picked, pickWord, prefixOf, someOf } from "./pick.ts";
import { type Args, hasFlag, readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import type { Reading } from "./source-tree.ts";
import { isUnknown, shownWord } from "./word-signs.ts";

const VALUED = (
  "k m c o p n W rootdir ignore ignore-glob deselect junitxml junit-xml cov-config confcutdir basetemp maxfail tb dist numprocesses " +
  "timeout durations cov-report log-level log-cli-level color import-mode rsyncdir tx reruns reruns-delay splits group"
).split(" ");
const FILES = ["test_*.py", "*_test.py"];
const SETTINGS: readonly (readonly [
  string,
  (text: string) => ReadonlyMap<string, string> | null,
])[] = [
  ["pytest.ini", (text) => iniSection(text, "pytest") ?? new Map()],
  [".pytest.ini", (text) => iniSection(text, "pytest") ?? new Map()],
  [
    "pyproject.toml",
    (text) => tomlTable(text, "tool.pytest.ini_options") ?? tomlTable(text, "tool.pytest"),
  ],
  ["tox.ini", (text) => iniSection(text, "pytest")],
  ["setup.cfg", (text) => iniSection(text, "tool:pytest")],
];
const NO_RUN = ["collect-only", "co", "version", "help", "h", "fixtures", "markers", "setup-plan"];

type Settings = {
  readonly folder: string;
  readonly values: ReadonlyMap<string, string>;
  readonly unread: string | null;
};

/** The tests that pytest runs here, by its settings and its arguments; nothing where it only collects. */
export function pytestTests({ args: words, directory, reading, environment }: Run): Followed {
  const given = [...(environment.get("PYTEST_ADDOPTS") ?? "").split(/\s+/), ...words].filter(
    (word) => word !== "",
  );
  const own = readArgs(given, VALUED);
  if (hasFlag(own, ...NO_RUN)) return {};
  const settings = settingsOf(reading, directory, valuesOf(own, "c")[0]);
  const added = readArgs(
    (settings.values.get("addopts") ?? "")
      .match(/'[^']*'|"[^"]*"|\S+/g)
      ?.map((word) => word.replace(/^(['"])(.*)\1$/, "$2")) ?? [],
    VALUED,
  );
  const args: Args = { flags: new Map([...added.flags, ...own.flags]), rest: own.rest };
  const files = (settings.values.get("python_files") ?? "")
    .split(/\s+/)
    .filter((glob) => glob !== "");
  const takes = isTestOf(files.length === 0 ? FILES : files);
  const places = placesOf(args.rest, settings, directory);
  const tests = places.flatMap(({ word, from }) => pickWord(word, from, takes) ?? []);
  return {
    tests: tests
      .map((pick) => withFlags(inFull(pick, places.length, takes), args, directory))
      .map((pick) => (settings.unread === null ? pick : someOf(pick, settings.unread))),
  };
}

/** A folder is shown with the names of tests. */
function inFull(pick: Picked, _places: number, takes: (path: string) => boolean): Picked {
  return pick.pattern.endsWith("/")
    ? narrowed(
        { ...pick, pattern: `${pick.pattern === "/" ? "" : pick.pattern}**/{test_*,*_test}.py` },
        takes,
      )
    : pick;
}

function placesOf(rest: readonly string[], settings: Settings, directory: string) {
  const named = rest.map((word) => word.replace(/::[^]*$/, "")).filter((word) => word !== "");
  if (named.length > 0) return named.map((word) => ({ word, from: directory }));
  const usual = (settings.values.get("testpaths") ?? "").split(/\s+/).filter((word) => word !== "");
  if (usual.length > 0 && settings.folder === directory)
    return usual.map((word) => ({ word, from: directory }));
  return [{ word: ".", from: directory }];
}

/** A pattern without a slash is of the name, another of the whole path. */
function isTestOf(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map((glob) => globMatcher(glob.includes("/") ? `**/${glob}` : glob));
  return (path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return (
      path.endsWith(".py") &&
      matchers.some((matcher, at) => matcher?.(globs[at]?.includes("/") ? path : name))
    );
  };
}

/** The settings of the folder or of the nearest one above that has some. */
function settingsOf(reading: Reading, directory: string, named: string | undefined): Settings {
  if (named !== undefined) {
    const path = repositoryPath(directory, named);
    const text = path === null ? null : reading.text(path);
    if (text?.known) return { folder: directory, values: anyOf(text.value), unread: null };
    return {
      folder: directory,
      values: new Map(),
      unread: `its configuration \`${shownWord(named)}\` was not read`,
    };
  }
  for (let folder = directory; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    for (const [name, read] of SETTINGS) {
      const text = reading.text(prefixOf(folder) + name);
      if (text === null) continue;
      if (!text.known)
        return { folder, values: new Map(), unread: `${prefixOf(folder)}${name}: ${text.why}` };
      const values = read(text.value);
      if (values !== null) return { folder, values, unread: null };
    }
    if (folder === "") return { folder: directory, values: new Map(), unread: null };
  }
}

function anyOf(text: string): ReadonlyMap<string, string> {
  return (
    SETTINGS.map(([, read]) => read(text)).find((values) => values !== null && values.size > 0) ??
    new Map()
  );
}

/** What flags leave out, and what a choice of marks or names leaves open. */
function withFlags(tests: Picked, args: Args, directory: string): Picked {
  const away = [...valuesOf(args, "ignore"), ...valuesOf(args, "ignore-glob")];
  const gone = away.flatMap(
    (word) => pickWord(word, directory, (path) => path.endsWith(".py")) ?? [],
  );
  const own =
    gone.length === 0
      ? tests
      : narrowed(tests, (path) => not(gone.map(({ answer }) => answer(path))));
  const chosen = [...valuesOf(args, "k"), ...valuesOf(args, "m")].filter((each) => each !== "");
  return chosen.length === 0 ? own : narrowed(own, (path) => choiceOf(chosen, path));
}

function not(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return false;
  return answers.find((answer) => answer !== false) ?? true;
}

/** A choice that only takes marks away leaves all tests in but those whose path speaks of such a mark. */
function choiceOf(chosen: readonly string[], path: string): Answer {
  for (const expression of chosen) {
    const why = { unclear: `only the tests run that \`${shownWord(expression)}\` chooses` };
    if (isUnknown(expression)) return why;
    const words = expression.match(/[\w.-]+/g) ?? [];
    const taken = words.filter((_word, at) => words[at - 1] === "not");
    const plain = words.filter(
      (word, at) => !/^(not|and|or)$/.test(word) && words[at - 1] !== "not",
    );
    if (plain.length > 0 || taken.some((word) => path.toLowerCase().includes(word.toLowerCase())))
      return why;
  }
  return true;
}

/** The tests that `python -m unittest` runs: those that it discovers in packages, or the modules that it names. */
export function unittestTests({ args: words, directory, reading }: Run): Followed {
  const args = readArgs(
    words.filter((word) => word !== "discover"),
    ["s", "start-directory", "p", "pattern", "t", "top-level-directory", "k"],
  );
  if (!words.includes("discover") && args.rest.length > 0) {
    const files = args.rest.map((word) =>
      word.endsWith(".py") ? word : `${word.split(".").join("/")}.py`,
    );
    const known = files.map((file) => moduleFile(file, directory, reading));
    return {
      tests: known.flatMap(
        (file) => pickWord(file, directory, (path) => path.endsWith(".py")) ?? [],
      ),
    };
  }
  const start = valuesOf(args, "s", "start-directory")[0] ?? args.rest[0] ?? ".";
  const pattern = valuesOf(args, "p", "pattern")[0] ?? args.rest[1] ?? "test*.py";
  const folder = repositoryPath(directory, start);
  const matcher = globMatcher(pattern);
  if (folder === null || matcher === null)
    return { unresolved: ["runs `python -m unittest`, whose folder or pattern cannot be told"] };
  const answer = (path: string): boolean => {
    if (!isBelow(folder, path) || !matcher(path.slice(path.lastIndexOf("/") + 1))) return false;
    const between = path.slice(prefixOf(folder).length).split("/").slice(0, -1);
    // Only packages are gone into.
    return between.every((_part, at) =>
      reading.tree.has(`${prefixOf(folder)}${between.slice(0, at + 1).join("/")}/__init__.py`),
    );
  };
  return { tests: [{ pattern: `${prefixOf(folder)}${pattern}`, answer }] };
}

/** `tests.test_a.Case.test_b` lies in the longest part of it that is a file, or is a package. */
function moduleFile(file: string, directory: string, { tree }: Reading): string {
  for (
    let path = file.replace(/\.py$/, "");
    path !== "";
    path = path.slice(0, Math.max(0, path.lastIndexOf("/")))
  ) {
    const here = repositoryPath(directory, path);
    if (here !== null && tree.has(`${here}.py`)) return `${path}.py`;
    if (here !== null && tree.hasFolder(here)) return path;
  }
  return file;
}
