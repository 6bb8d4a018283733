import { kindOfTest } from "../../test/kind-of-test.ts";
import { buildTagsHold } from "./go-build-tags.ts";
import { linearMatcher } from "./linear-match.ts";
import {
  type Answer,
  isBelow,
  narrowed,
  type Picked,
  pickWord,
  prefixOf,
  someOf,
  unclearPick,
} from "./pick.ts";
import { type Args, hasFlag, readArgs, valuesOf } from "./read-args.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Followed, Run } from "./run.ts";
import { nearestWith, type Reading } from "./source-tree.ts";
import { filtersOf, isUnknown, shownWord } from "./word-signs.ts";

const VALUED = (
  "run skip tags timeout count cpu parallel p coverprofile covermode coverpkg bench benchtime o exec mod " +
  "modfile ldflags gcflags asmflags vet shuffle fuzz fuzztime fuzzminimizetime memprofile cpuprofile " +
  "blockprofile mutexprofile trace outputdir list C overlay pgo pkgdir toolexec test.run"
).split(" ");
const GOTESTSUM_VALUED =
  "packages format f junitfile jsonfile rerun-fails-report rerun-fails-max-failures junitfile-testsuite-name junitfile-project-name junitfile-testcase-classname post-run-command max-fails hide-summary".split(
    " ",
  );
const GINKGO_VALUED =
  "procs focus skip label-filter timeout focus-file skip-file nodes flake-attempts output-dir junit-report tags".split(
    " ",
  );
const IGNORED = /(^|\/)(testdata|vendor|[_.][^/]*)\//;

type Asked = {
  readonly packages: readonly string[];
  readonly args: Args;
  readonly directory: string;
};

/** The Go tests that `go test`, `gotestsum` or `ginkgo` runs: those of the packages it names, less what a filter takes away and what a build tag keeps out; null for another command. */
export function goTests(run: Run): Followed | null {
  const asked = askedOf(run);
  if (asked === null) return null;
  const { args } = asked;
  if (hasFlag(args, "c", "list", "h", "help", "version")) return {};
  const only = valuesOf(args, "run", "test.run", "focus", "label-filter", "focus-file")[0];
  if (only !== undefined && /^\^(\$|none|NONE|x+)\$?$/.test(only)) return {};
  const tags = valuesOf(args, "tags").flatMap((value) => value.split(/[\s,]+/));
  const tests = asked.packages.flatMap((word) => packageTests(word, asked, run.reading));
  askForTags(tests, run.reading);
  const why = `only the tests run whose names fit \`${shownWord(only ?? "")}\``;
  return {
    tests: tests
      .map((pick) => narrowed(pick, (path) => tagsAdmit(path, tags, run.reading)))
      .map((pick) =>
        only === undefined || only === "" || only === "." ? pick : someOf(pick, why),
      ),
  };
}

function askedOf({
  program,
  args: words,
  directory,
}: Omit<Run, "reading" | "environment">): Asked | null {
  if (program === "gotestsum") {
    const cut = words.indexOf("--");
    const own = readArgs(cut < 0 ? words : words.slice(0, cut), [...GOTESTSUM_VALUED, ...VALUED]);
    const inner = readArgs(beforeArgs(cut < 0 ? [] : words.slice(cut + 1)), VALUED);
    const named = valuesOf(own, "packages").flatMap((value) => value.split(/\s+/));
    const flags = new Map([...own.flags, ...inner.flags]);
    const packages = [...named, ...own.rest, ...inner.rest].filter((word) => word !== "");
    return {
      args: { flags, rest: [] },
      directory,
      packages: packages.length === 0 ? ["./..."] : packages,
    };
  }
  if (program === "ginkgo") {
    const args = readArgs(
      words.filter((word) => word !== "run"),
      GINKGO_VALUED,
    );
    const below = hasFlag(args, "r", "recurse") ? "/..." : "";
    const named = args.rest.length === 0 ? ["."] : args.rest;
    const packages = named.map((word) => `./${word}${word.endsWith("...") ? "" : below}`);
    return /^(build|version|help|generate|bootstrap|labels|unfocus)$/.test(words[0] ?? "")
      ? null
      : { args, directory, packages };
  }
  if (program !== "go") return null;
  const start = words[0] === "-C" ? 2 : 0;
  if (words[start] !== "test" && !(words[start] === "tool" && words[start + 1] === "gotestsum"))
    return null;
  if (words[start] === "tool")
    return askedOf({ program: "gotestsum", args: words.slice(start + 2), directory });
  const args = readArgs(beforeArgs(words.slice(start + 1)), VALUED);
  const folder = start === 2 ? words[1] : valuesOf(args, "C")[0];
  const there = folder === undefined ? directory : repositoryPath(directory, folder);
  if (there === null) return { args, directory, packages: [] };
  const packages = args.rest.filter((word) => word !== "");
  return { args, directory: there, packages: packages.length === 0 ? ["."] : packages };
}

/** What stands behind `-args` is for the tests. */
function beforeArgs(words: readonly string[]): readonly string[] {
  const cut = words.findIndex((word) => /^--?args$/.test(word));
  return cut < 0 ? words : words.slice(0, cut);
}

const isGoTest = (path: string): boolean => path.endsWith("_test.go");

function packageTests(word: string, { directory }: Asked, reading: Reading): readonly Picked[] {
  const { bare, filters } = filtersOf(word);
  const shown = shownWord(bare);
  if (isUnknown(bare)) {
    const why = `which packages \`${shown}\` are cannot be told from the file`;
    return [unclearPick(shown, (path) => isBelow(directory, path) && isGoTest(path), why)];
  }
  if (bare.endsWith(".go")) return [pickWord(bare, directory, isGoTest) ?? []].flat();
  const below = /(^|\/)\.\.\.$/.test(bare);
  const base = folderOf(bare.replace(/\/?\.\.\.$/, ""), directory, reading, below);
  if (base === null) return [];
  const home = moduleOf(reading, base);
  const answer = (path: string): Answer => {
    if (!isGoTest(path) || !isBelow(base, path)) return false;
    const rest = path.slice(prefixOf(base).length);
    if (!below) return !rest.includes("/");
    if (IGNORED.test(`/${rest}`.slice(1)) || moduleOf(reading, parentOf(path)) !== home)
      return false;
    for (const { pattern, keeps } of filters) {
      const matcher = linearMatcher(pattern);
      if (matcher === null) return { unclear: `the filter \`${pattern}\` cannot be read` };
      if (matcher(`module/${parentOf(path)}`) !== keeps) return false;
    }
    return true;
  };
  return [{ pattern: `${prefixOf(base)}${below ? "**/" : ""}*_test.go`, answer }];
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The folder that a package pattern starts from; of an import path, by the module's own name. */
function folderOf(
  word: string,
  directory: string,
  reading: Reading,
  below: boolean,
): string | null {
  if (word === "" && below) return directory;
  if (/^[./\uE003]/.test(word)) return repositoryPath(directory, word);
  const home = nearestWith(reading.tree, directory, "go.mod");
  const text = home === null ? null : reading.text(prefixOf(home) + "go.mod");
  const name = text?.known
    ? /^module\s+"?([^\s"]+)/m.exec(text.value.slice(0, 20_000))?.[1]
    : undefined;
  if (home === null || name === undefined) return null;
  if (word === name) return home;
  return word.startsWith(`${name}/`) ? prefixOf(home) + word.slice(name.length + 1) : null;
}

/** The folder of the module that a folder belongs to; in a workspace all are one. */
function moduleOf({ tree }: Reading, folder: string): string | null {
  const workspace = nearestWith(tree, folder, "go.work");
  return workspace ?? nearestWith(tree, folder, "go.mod");
}

/** Tags keep tests out of the usual run that are no unit tests, by where they lie. */
const mayBeTagged = (path: string): boolean =>
  kindOfTest(path) !== "unit" || /(^|\/)(tests?|acceptance|functional|system)\//.test(path);

const TEXTS_MAX = 300;
const tagged = new WeakMap<Reading["tree"], readonly string[]>();

/** Only the text of a test tells its tags; those that tags are used for are asked for. */
function askForTags(tests: readonly Picked[], { tree, text }: Reading): void {
  const known = tagged.get(tree);
  const candidates = known ?? tree.paths.filter((path) => isGoTest(path) && mayBeTagged(path));
  tagged.set(tree, candidates);
  for (const path of candidates.slice(0, TEXTS_MAX))
    if (tests.some(({ answer }) => answer(path) !== false)) text(path);
}

/** Whether a test's build tags let it run; where its text is not known, the place of an end to end or integration test leaves it open. */
function tagsAdmit(path: string, tags: readonly string[], reading: Reading): Answer {
  if (/_(windows|darwin|freebsd|netbsd|openbsd|plan9|js|wasip1|wasm)(_\w+)?_test\.go$/.test(path))
    return false;
  if (!mayBeTagged(path)) return true;
  const text = reading.text(path);
  if (text === null || !text.known)
    return tags.length > 0 ? true : { unclear: "its build tags were not read" };
  return buildTagsHold(text.value, tags);
}
