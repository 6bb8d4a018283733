import { configFile, scriptNames } from "./config-file.ts";
import { globMatcher } from "./glob-match.ts";
import { linearMatcher } from "./linear-match.ts";
import type { Literal } from "./literal.ts";
import { membersOf, textOf, textsOf, under } from "./literal-values.ts";
import {
  type Answer,
  isBelow,
  narrowed,
  type Picked,
  prefixOf,
  someOf,
  unclearPick,
} from "./pick.ts";
import { type Args, readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import { isUnknown, shownWord } from "./word-signs.ts";

const VALUED = (
  "config c project grep g grep-invert reporter workers j retries timeout shard output max-failures repeat-each " +
  "browser global-timeout trace tsconfig update-snapshots only-changed last-failed test-list"
).split(" ");
const CONFIGS = scriptNames("playwright.config");
const MATCH: Literal = { kind: "text", text: "**/*.@(spec|test).?(c|m)[jt]s?(x)" };

/** The specs that `playwright test` runs here, by the configuration it is given, its projects and its arguments; nothing where it only lists. */
export function playwrightTests({ args: words, directory, reading }: Run): Followed {
  if (words[0] !== "test" || words.includes("--list") || words.includes("--help")) return {};
  const args = readArgs(words.slice(1), VALUED);
  const configured = valuesOf(args, "config", "c")[0];
  const config = configFile(reading, directory, configured, CONFIGS);
  const base = config?.folder ?? directory;
  const value: Literal = config?.value.known
    ? config.value.value
    : { kind: "record", entries: new Map(), whole: true };
  if (config && (!config.value.known || value.kind === "open")) {
    const why = config.value.known ? "its configuration is not said outright" : config.value.why;
    const takes = (path: string) => isBelow(directory, path) && /\.[cm]?[jt]sx?$/.test(path);
    return {
      tests: [
        withArguments(
          unclearPick(`${prefixOf(directory)}${textOf(MATCH)}`, takes, why),
          args,
          directory,
        ),
      ],
    };
  }
  const projects = chosenOf(value, valuesOf(args, "project"));
  const tests =
    projects === "open"
      ? [someOf(testsOf(value, null, base), "its projects are not said outright")]
      : (projects ?? [null]).map((project) => testsOf(value, project, base));
  return { tests: tests.map((pick) => withArguments(pick, args, directory)) };
}

/** The projects of the configuration that are chosen, and those that they depend on; null where it has none. */
function chosenOf(value: Literal, chosen: readonly string[]): readonly Literal[] | "open" | null {
  const projects = under(value, "projects");
  if (projects === null) return null;
  if (projects.kind !== "list" || !projects.whole) return "open";
  const members = membersOf(projects) ?? [];
  if (chosen.length === 0 || chosen.some(isUnknown)) return members;
  const wanted = new Set<Literal>();
  const add = (names: readonly string[]) => {
    for (const member of members) {
      const name = textOf(under(member, "name"));
      if (wanted.has(member) || (name !== null && !names.some((each) => fitsName(each, name))))
        continue;
      wanted.add(member);
      const needed = textsOf(under(member, "dependencies"));
      if (needed && needed !== "open") add(needed);
    }
  };
  add(chosen);
  return [...wanted];
}

const fitsName = (pattern: string, name: string): boolean =>
  pattern.toLowerCase() === name.toLowerCase() || (globMatcher(pattern)?.(name) ?? true);

function testsOf(value: Literal, project: Literal | null, base: string): Picked {
  const setting = (key: string) =>
    (project === null ? null : under(project, key)) ?? under(value, key);
  const folder = setting("testDir");
  const where = textOf(folder);
  const home = where === null ? base : (repositoryPath(base, where) ?? base);
  const match = setting("testMatch") ?? MATCH;
  const ignored = setting("testIgnore");
  const answer = (path: string): Answer => {
    if (!isBelow(home, path)) return false;
    const rest = path.slice(prefixOf(home).length);
    const away = ignored === null ? false : fits(ignored, rest, path);
    if (away === true) return false;
    const own = fits(match, rest, path);
    return own === false || away === false ? own : away;
  };
  const pattern = (membersOf(match) ?? []).map((each) => prefixOf(home) + shown(each)).join(" ");
  const own: Picked = { pattern, answer };
  return folder?.kind === "open" ? someOf(own, "its folder of tests is not said outright") : own;
}

const shown = (literal: Literal): string => {
  if (literal.kind === "regex") return `(${literal.source})`;
  return textOf(literal) ?? "…";
};

/** Whether a pattern, or one of a list, fits: a glob below the folder of tests, or a regular expression over the whole path. */
function fits(pattern: Literal, rest: string, path: string): Answer {
  if (pattern.kind === "list") {
    const answers = pattern.members.map((each) => fits(each, rest, path));
    if (answers.includes(true)) return true;
    return (
      answers.find((answer) => answer !== false) ??
      (pattern.whole ? false : { unclear: "a pattern is not said outright" })
    );
  }
  if (pattern.kind === "regex") {
    const matcher = linearMatcher(pattern.source, pattern.ignoreCase);
    return matcher === null
      ? { unclear: `the pattern \`${pattern.source}\` cannot be read` }
      : matcher(`/${path}`);
  }
  if (pattern.kind !== "text") return { unclear: "a pattern is not said outright" };
  const glob = pattern.text.replace(/^\.?\//, "");
  const matcher = globMatcher(glob.includes("/") ? glob : `**/${glob}`);
  return matcher === null ? { unclear: `the pattern \`${glob}\` cannot be read` } : matcher(rest);
}

/** Arguments are expressions over paths; a filter of titles leaves open which files have a test of it. */
function withArguments(tests: Picked, args: Args, directory: string): Picked {
  const parts = args.rest.filter((word) => word !== "");
  const titled = valuesOf(args, "grep", "g")[0];
  let own = tests;
  if (parts.some(isUnknown))
    own = someOf(
      own,
      `what \`${shownWord(parts.find(isUnknown) ?? "")}\` names cannot be told from the file`,
    );
  else if (parts.length > 0)
    own = {
      ...narrowed(own, (path) => named(parts, path, directory)),
      pattern: parts.map((part) => prefixOf(directory) + part.replace(/^\.\//, "")).join(" "),
    };
  return titled === undefined
    ? own
    : someOf(own, `only the tests run whose titles fit \`${shownWord(titled)}\``);
}

function named(parts: readonly string[], path: string, directory: string): Answer {
  let unclear: Answer = false;
  for (const part of parts) {
    const source = part.replace(/:\d+(:\d+)?$/, "").replace(/^\.\//, "");
    const climbed = source.startsWith("../") ? repositoryPath(directory, source) : source;
    const matcher = climbed === null ? null : linearMatcher(climbed, true);
    if (matcher === null) unclear = { unclear: `the pattern \`${part}\` cannot be read` };
    else if (matcher(`/${path}`)) return true;
  }
  return unclear;
}
