import { type ConfigFile, configFile, scriptNames } from "./config-file.ts";
import { globMatcher, hasGlob } from "./glob-match.ts";
import type { Literal } from "./literal.ts";
import { membersOf, textOf, textsOf, under } from "./literal-values.ts";
import {
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
  "config c root r dir project t testNamePattern exclude reporter outputFile pool environment mode shard " +
  "maxWorkers minWorkers testTimeout hookTimeout retry bail mode sequence.seed workspace changed " +
  "coverage.provider coverage.reporter maxConcurrency slowTestThreshold teardownTimeout execArgv"
).split(" ");
const CONFIGS = [...scriptNames("vitest.config"), ...scriptNames("vite.config")];
const WORKSPACES = [
  ...scriptNames("vitest.workspace"),
  "vitest.workspace.json",
  ...scriptNames("vitest.projects"),
];
const INCLUDE = ["**/*.{test,spec}.?(c|m)[jt]s?(x)"];
const EXCLUDE = ["**/node_modules/**", "**/.git/**"];
const NO_RUN = /^(list|bench|init|--version|-v|--help|-h)$/;

const isScript = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path);

type Project = { readonly name: string | null; readonly tests: Picked };

/** The tests that vitest runs here, by its configuration, its projects and its arguments; nothing where it only lists. */
export function vitestTests({ args: words, directory, reading }: Run): Followed {
  if (words.some((word) => NO_RUN.test(word))) return {};
  const args = readArgs(words, VALUED);
  const root = valuesOf(args, "root", "r")[0];
  const home = root === undefined ? directory : repositoryPath(directory, root);
  if (home === null) return {};
  const config = configFile(reading, home, valuesOf(args, "config", "c")[0], CONFIGS);
  const chosen = valuesOf(args, "project");
  const projects = projectsOf(config, home, args, reading).filter(({ name }) =>
    isChosen(name, chosen),
  );
  return { tests: projects.map(({ tests }) => withArguments(tests, args)) };
}

function projectsOf(
  config: ConfigFile | null,
  home: string,
  args: Args,
  reading: Reading,
): readonly Project[] {
  if (config && !config.value.known) {
    const pattern = `${prefixOf(home)}${INCLUDE[0]}`;
    return [
      {
        name: null,
        tests: unclearPick(
          pattern,
          (path) => isBelow(home, path) && isScript(path),
          config.value.why,
        ),
      },
    ];
  }
  const value: Literal = config?.value.known
    ? config.value.value
    : { kind: "record", entries: new Map(), whole: true };
  const workspace = configFile(reading, home, undefined, WORKSPACES);
  const listed =
    under(value, "test", "projects") ??
    under(value, "test", "workspace") ??
    (workspace?.value.known ? workspace.value.value : null);
  if (listed === null || listed.kind === "text")
    return [{ name: textOf(under(value, "test", "name")), tests: testsOf(value, home, args) }];
  const base = config?.folder ?? home;
  return (membersOf(listed) ?? []).flatMap((member) =>
    memberProjects(member, { value, base, args, reading }),
  );
}

type Around = {
  readonly value: Literal;
  readonly base: string;
  readonly args: Args;
  readonly reading: Reading;
};

/** The projects that one entry of a list stands for: an object, or a glob of folders or of configuration files. */
function memberProjects(
  member: Literal,
  { value, base, args, reading }: Around,
): readonly Project[] {
  if (member.kind === "record") {
    const extended = under(member, "extends");
    const inherits = extended !== null && !(extended.kind === "plain" && extended.value !== true);
    const root = textOf(under(member, "test", "root") ?? under(member, "root"));
    const home = root === null ? base : (repositoryPath(base, root) ?? base);
    const outer = inherits ? value : null;
    return [
      { name: textOf(under(member, "test", "name")), tests: testsOf(member, home, args, outer) },
    ];
  }
  if (member.kind !== "text") {
    const why = "the projects of vitest are not said outright";
    return [
      {
        name: null,
        tests: unclearPick(
          `${prefixOf(base)}${INCLUDE[0]}`,
          (path) => isBelow(base, path) && isScript(path),
          why,
        ),
      },
    ];
  }
  if (member.text.startsWith("!")) return [];
  return foldersOf(member.text, base, reading).flatMap(({ folder, file }) =>
    projectsIn(folder, file, args, reading),
  );
}

function projectsIn(
  folder: string,
  file: string | undefined,
  args: Args,
  reading: Reading,
): readonly Project[] {
  const config = configFile(reading, folder, file === undefined ? undefined : `./${file}`, CONFIGS);
  const own = config?.value.known ? config.value.value : null;
  if (config && own === null)
    return [
      {
        name: null,
        tests: unclearPick(
          `${prefixOf(folder)}${INCLUDE[0]}`,
          (path) => isBelow(folder, path) && isScript(path),
          config.value.known ? "" : config.value.why,
        ),
      },
    ];
  const value: Literal = own ?? { kind: "record", entries: new Map(), whole: true };
  return [
    {
      name: textOf(under(value, "test", "name")) ?? nameOf(folder, reading),
      tests: testsOf(value, folder, args),
    },
  ];
}

/** A project without a name is called like its package. */
function nameOf(folder: string, reading: Reading): string | null {
  const text = reading.text(`${prefixOf(folder)}package.json`);
  if (!text?.known) return null;
  return /"name"\s*:\s*"([^"]{1,200})"/.exec(text.value.slice(0, 5000))?.[1] ?? null;
}

const PROJECTS_MAX = 200;

function foldersOf(
  entry: string,
  base: string,
  { tree }: Reading,
): readonly { folder: string; file?: string }[] {
  const path = repositoryPath(base, entry.replace(/\/$/, ""));
  if (path === null) return [];
  const isFile = isScript(path) || path.endsWith(".json");
  const cut = (file: string) => ({
    folder: file.slice(0, Math.max(0, file.lastIndexOf("/"))),
    file: file.slice(file.lastIndexOf("/") + 1),
  });
  if (!hasGlob(path)) return isFile ? [cut(path)] : [{ folder: path }];
  const matcher = globMatcher(path);
  if (matcher === null) return [];
  if (isFile) return tree.paths.filter(matcher).slice(0, PROJECTS_MAX).map(cut);
  const folders = tree.named("package.json").map((file) => cut(file).folder);
  return folders
    .filter(matcher)
    .slice(0, PROJECTS_MAX)
    .map((folder) => ({ folder }));
}

function testsOf(value: Literal, home: string, args: Args, outer: Literal | null = null): Picked {
  const setting = (key: string) =>
    under(value, "test", key) ?? (outer === null ? null : under(outer, "test", key));
  const root = textOf(under(value, "root") ?? under(value, "test", "root"));
  const folder = valuesOf(args, "dir")[0] ?? textOf(setting("dir"));
  const start = root === null ? home : (repositoryPath(home, root) ?? home);
  const base =
    folder === undefined || folder === null ? start : (repositoryPath(start, folder) ?? start);
  const include = textsOf(setting("include"));
  const exclude = textsOf(setting("exclude"));
  const unread = under(value, "test")?.kind === "open" || include === "open" || exclude === "open";
  const globs = include === "open" || include === null ? INCLUDE : include;
  const away = exclude === "open" || exclude === null ? EXCLUDE : exclude;
  const own = pickGlobs(base, globs, [...away, ...valuesOf(args, "exclude")]);
  return unread ? someOf(own, "what its configuration includes is not said outright") : own;
}

/** A project is chosen by its name, with `*` for any part and `!` for all others. */
function isChosen(name: string | null, chosen: readonly string[]): boolean {
  if (chosen.length === 0 || chosen.some(isUnknown) || name === null) return true;
  const fits = (pattern: string) => globMatcher(pattern)?.(name) ?? true;
  const [away, wanted] = [true, false].map((negated) =>
    chosen.filter((each) => each.startsWith("!") === negated),
  );
  if ((away ?? []).some((each) => fits(each.slice(1)))) return false;
  return (wanted ?? []).length === 0 || (wanted ?? []).some(fits);
}

/** Arguments are parts of paths; a name pattern leaves open which files have a test of it. */
function withArguments(tests: Picked, args: Args): Picked {
  const parts = args.rest.filter((word) => !/^(run|watch|dev|related)$/.test(word) && word !== "");
  const named = valuesOf(args, "t", "testNamePattern")[0];
  const known = parts
    .filter((part) => !isUnknown(part))
    .map((part) => part.replace(/^\.\//, "").replace(/:\d+$/, ""));
  let own = tests;
  if (known.length > 0)
    own = shownAs(
      narrowed(own, (path) => known.some((part) => path.includes(part))),
      known,
    );
  else if (parts.length > 0)
    own = someOf(own, `what \`${shownWord(parts[0] ?? "")}\` names cannot be told from the file`);
  if (named !== undefined)
    own = someOf(own, `only the tests run whose names fit \`${shownWord(named)}\``);
  return hasFlag(args, "changed") || args.rest[0] === "related"
    ? someOf(own, "only the tests of what changed run")
    : own;
}

const shownAs = (tests: Picked, parts: readonly string[]): Picked => ({
  ...tests,
  pattern: `${tests.pattern} (${parts.join(" ")})`,
});
