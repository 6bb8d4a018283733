import { type ConfigFile, configFile, scriptNames } from "./config-file.ts";
import { globMatcher, hasGlob } from "./glob-match.ts";
import { linearMatcher } from "./linear-match.ts";
import type { Literal } from "./literal.ts";
import { literalOf, membersOf, textOf, textsOf, under } from "./literal-values.ts";
import {
  type Answer,
  isBelow,
  narrowed,
  type Picked,
  pickGlobs,
  prefixOf,
  someOf,
  unclearPick,
} from "./pick.ts";
import { type Args, hasFlag, readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import type { Reading } from "./source-tree.ts";
import { isUnknown, shownWord } from "./word-signs.ts";

const VALUED = (
  "config c rootDir roots testPathPattern testPathPatterns testPathIgnorePatterns selectProjects projects t " +
  "testNamePattern maxWorkers w reporters shard testTimeout outputFile env coverageDirectory testMatch " +
  "testRegex changedSince coverageReporters workerIdleMemoryLimit seed"
).split(" ");
const CONFIGS = [...scriptNames("jest.config"), "jest.config.json"];
const MATCH = ["**/__tests__/**/*.?([mc])[jt]s?(x)", "**/?(*.)+(spec|test).?([mc])[jt]s?(x)"];
const REACT = ["src/**/__tests__/**/*.{js,jsx,ts,tsx}", "src/**/*.{spec,test}.{js,jsx,ts,tsx}"];
const EMPTY: Literal = { kind: "record", entries: new Map(), whole: true };
const PROJECTS_MAX = 200;

const isScript = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path);

/** The tests that jest runs here, by its configuration (of its own or in `package.json`), its projects and its arguments; nothing where it only lists. */
export function jestTests({ program, args: words, directory, reading }: Run): Followed {
  const given = program === "react-scripts" ? words.slice(1) : words;
  if (given.some((word) => /^--(listTests|showConfig|version|help|init|clearCache)$/.test(word)))
    return {};
  const args = readArgs(given, VALUED);
  const named = valuesOf(args, "config", "c")[0];
  if (program === "react-scripts")
    return { tests: [withArguments(pickGlobs(directory, REACT), args)] };
  if (named?.trimStart().startsWith("{")) {
    const tests = testsOf(literalFromJson(named) ?? EMPTY, directory);
    return { tests: [withArguments(tests, args)] };
  }
  const config = configFile(reading, directory, named, CONFIGS) ?? inPackage(reading, directory);
  return {
    tests: projectsOf(config, directory, reading).map((tests) => withArguments(tests, args)),
  };
}

function inPackage(reading: Reading, folder: string): ConfigFile | null {
  const path = `${prefixOf(folder)}package.json`;
  const text = reading.text(path);
  if (text === null) return null;
  if (!text.known) return { path, folder, value: text };
  const own = under(literalFromJson(text.value) ?? EMPTY, "jest");
  return own === null ? null : { path, folder, value: { known: true, value: own } };
}

function literalFromJson(text: string): Literal | null {
  try {
    return literalOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function projectsOf(config: ConfigFile | null, home: string, reading: Reading): readonly Picked[] {
  if (config && !config.value.known) return [unread(home, config.value.why)];
  const value = config?.value.known ? config.value.value : EMPTY;
  const folder = config?.folder ?? home;
  const root = textOf(under(value, "rootDir"));
  const base = root === null ? folder : (repositoryPath(folder, root) ?? folder);
  const projects = membersOf(under(value, "projects"));
  if (projects === null) return [testsOf(value, base)];
  return projects.flatMap((project) => {
    if (project.kind === "record") return [testsOf(project, rootOf(project, base))];
    if (project.kind !== "text")
      return [unread(base, "the projects of jest are not said outright")];
    return foldersOf(project.text, base, reading).flatMap((each) =>
      projectsOf(
        configFile(reading, each, undefined, CONFIGS) ?? inPackage(reading, each),
        each,
        reading,
      ),
    );
  });
}

const unread = (folder: string, why: string): Picked =>
  unclearPick(
    `${prefixOf(folder)}${MATCH[1]}`,
    (path) => isBelow(folder, path) && isScript(path),
    why,
  );

function rootOf(value: Literal, base: string): string {
  const root = textOf(under(value, "rootDir"));
  return root === null ? base : (repositoryPath(base, withoutRoot(root)) ?? base);
}

const withoutRoot = (path: string): string => path.replace(/^<rootDir>\/?/, "./");

function foldersOf(entry: string, base: string, { tree }: Reading): readonly string[] {
  const path = repositoryPath(base, withoutRoot(entry).replace(/\/$/, ""));
  if (path === null) return [];
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf("/")));
  if (!hasGlob(path)) return [isScript(path) ? folderOf(path) : path];
  const matcher = globMatcher(isScript(path) ? folderOf(path) : path);
  const folders = tree.named("package.json").map(folderOf);
  return matcher === null ? [] : folders.filter(matcher).slice(0, PROJECTS_MAX);
}

function testsOf(value: Literal, base: string): Picked {
  if (value.kind === "open") return unread(base, "its configuration is not said outright");
  const [match, regex, ignored, roots] = [
    "testMatch",
    "testRegex",
    "testPathIgnorePatterns",
    "roots",
  ].map((key) => textsOf(under(value, key)));
  const away = ignored === "open" || !ignored ? ["/node_modules/"] : ignored;
  let own: Picked;
  if (regex && regex !== "open") {
    own = {
      pattern: regex.map((each) => `${prefixOf(base)}**/${each}`).join(" "),
      answer: (path) => fitsAny(regex, path, base),
    };
  } else {
    const globs = match && match !== "open" ? match : MATCH;
    const inside = globs.map((glob) => withoutRoot(glob).replace(/^\.\//, ""));
    own = pickGlobs(
      base,
      inside.filter((glob) => !glob.startsWith("!")),
      inside.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)),
    );
  }
  own = narrowed(own, (path) => isBelow(base, path) && without(fitsAny(away, path, base)));
  if (roots && roots !== "open") {
    const folders = roots.flatMap((root) => repositoryPath(base, withoutRoot(root)) ?? []);
    own = narrowed(own, (path) => folders.some((folder) => isBelow(folder, path)));
  }
  const open = [match, regex, ignored, roots].includes("open");
  return open ? someOf(own, "what its configuration includes is not said outright") : own;
}

/** Whether one of these expressions is found in the path as jest sees it: whole, with the folder of the package in front. */
function fitsAny(sources: readonly string[], path: string, base: string): Answer {
  const seen = `/${path}`;
  let unclear: Answer = false;
  for (const source of sources) {
    const matcher = linearMatcher(
      source.replace(/^\^?<rootDir>/, `^/${base}`.replace(/\/$/, "")),
      false,
    );
    if (matcher === null) unclear = { unclear: `the pattern \`${source}\` cannot be read` };
    else if (matcher(seen)) return true;
  }
  return unclear;
}

const without = (answer: Answer): Answer => (typeof answer === "boolean" ? !answer : answer);

/** Arguments are expressions over paths; a name pattern leaves open which files have a test of it. */
function withArguments(tests: Picked, args: Args): Picked {
  const parts = [...args.rest, ...valuesOf(args, "testPathPattern", "testPathPatterns")].filter(
    (word) => word !== "",
  );
  const away = valuesOf(args, "testPathIgnorePatterns");
  const named = valuesOf(args, "t", "testNamePattern")[0];
  let own = tests;
  if (parts.some(isUnknown))
    own = someOf(
      own,
      `what \`${shownWord(parts.find(isUnknown) ?? "")}\` names cannot be told from the file`,
    );
  else if (parts.length > 0)
    own = {
      ...narrowed(own, (path) =>
        fitsAny(
          parts.map((part) => part.replace(/^\.\//, "")),
          path,
          "",
        ),
      ),
      pattern: `${own.pattern} (${parts.join(" ")})`,
    };
  if (away.length > 0) own = narrowed(own, (path) => without(fitsAny(away, path, "")));
  if (named !== undefined)
    own = someOf(own, `only the tests run whose names fit \`${shownWord(named)}\``);
  const partly = hasFlag(
    args,
    "o",
    "onlyChanged",
    "changedSince",
    "findRelatedTests",
    "selectProjects",
  );
  return partly ? someOf(own, "only some of the tests run, by what changed or by project") : own;
}
