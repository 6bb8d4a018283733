import { type Picked, picked, prefixOf, someOf, type Takes } from "./pick.ts";
import { readArgs, valuesOf } from "./read-args.ts";
import type { Followed, Run } from "./run.ts";
import { isUnknown, shownWord } from "./word-signs.ts";

const GRADLE_VALUED = "x exclude-task tests p project-dir b I init-script c console max-workers";
const GRADLE_TASK = /^(?::?(.*):)?(check|build|\w*[Tt]ests?|connected\w*)$/;
const NO_TESTS = /^(assemble|compile|publish|clean|process|generate|lint)/;
const CODE = /\.(java|kt|groovy|scala)$/;

/** The tests that gradle's tasks run: each module's `src/test`, all of its test sources, or the source set that a task such as `integrationTest` is named after; null where no task tests. */
export function gradleTests({ args: words, directory }: Run): Followed | null {
  if (words.includes("--dry-run") || words.includes("-m")) return {};
  const args = readArgs(words, GRADLE_VALUED.split(" "));
  const away = valuesOf(args, "x", "exclude-task").map((task) => task.replace(/^.*:/, ""));
  const tests = args.rest.flatMap((task): Picked[] => {
    const [, module = "", name = ""] = GRADLE_TASK.exec(task) ?? [];
    if (name === "" || NO_TESTS.test(name) || away.includes(name)) return [];
    if (/^(check|build)$/.test(name) && away.includes("test")) return [];
    const home = isUnknown(task) ? "" : module.replace(/^:/, "").replaceAll(":", "/");
    return [taskTests(name, prefixOf(directory) + prefixOf(home))];
  });
  const [only] = valuesOf(args, "tests");
  const why = `only the tests run that \`${shownWord(only ?? "")}\` chooses`;
  if (tests.length === 0) return null;
  return { tests: only === undefined ? tests : tests.map((pick) => someOf(pick, why)) };
}

function taskTests(name: string, home: string): Picked {
  const inside = (set: Takes): Takes => {
    return (path) => path.startsWith(home) && CODE.test(path) && set(path);
  };
  if (/^tests?$/.test(name)) {
    return picked(
      `${home}**/src/test/**`,
      inside((path) => sourceSet(path) === "test"),
    );
  }
  if (/^(check|build|allTests)$/.test(name)) {
    const takes = (set: string) => /[tT]est$/.test(set) && set !== "androidTest";
    return picked(
      `${home}**/src/*Test/**`,
      inside((path) => takes(sourceSet(path))),
    );
  }
  const set = name.startsWith("connected") ? "androidTest" : name.replace(/s$/, "");
  const own = picked(
    `${home}**/src/${set}/**`,
    inside((path) => sourceSet(path).replace(/s$/, "") === set),
  );
  return someOf(own, `what the task \`${name}\` runs is set up in its build file`);
}

/** The folder below `src` that a file lies in; "" where it lies in none. */
const sourceSet = (path: string): string => /(?:^|\/)src\/(\w+)\//.exec(path)?.[1] ?? "";

const MAVEN_VALUED = [
  "f",
  "file",
  "pl",
  "projects",
  "P",
  "activate-profiles",
  "s",
  "T",
  "rf",
  "gs",
  "l",
];
const PHASE =
  /^(test|package|verify|install|deploy|integration-test|surefire:test|failsafe:integration-test)$/;
const LATE = /^(verify|install|deploy|integration-test|failsafe:.*)$/;
const UNIT = /(^|\/)(Test[^/]*|[^/]*(Test|Tests|TestCase))\.(java|kt|groovy|scala)$/;
const INTEGRATION = /(^|\/)(IT[^/]*|[^/]*(IT|ITCase))\.(java|kt|groovy|scala)$/;

/** The tests that maven's phases run: unit tests by surefire's names, and from `verify` on integration tests, if the project sets up failsafe; null where no phase tests. */
export function mavenTests({ args: words, directory }: Run): Followed | null {
  const args = readArgs(words, MAVEN_VALUED);
  const phases = args.rest.filter((word) => PHASE.test(word));
  if (phases.length === 0) return null;
  const isSet = (name: string) =>
    words.some((word) => word === `-D${name}` || word === `-D${name}=true`);
  if (isSet("skipTests") || isSet("maven.test.skip")) return {};
  const inModules = moduleFilter(valuesOf(args, "pl", "projects"));
  const home = prefixOf(directory);
  const inside = (path: string) =>
    path.startsWith(home) && /(^|\/)src\/test\//.test(path) && inModules(path);
  const unit = picked(`${home}**/src/test/**`, (path) => inside(path) && UNIT.test(path));
  const late = picked(
    `${home}**/src/test/**/*IT.*`,
    (path) => inside(path) && INTEGRATION.test(path),
  );
  const integration = someOf(late, "whether the project sets up failsafe was not read");
  const isLate = phases.some((phase) => LATE.test(phase)) && !isSet("skipITs");
  const only = words.find((word) => /^-D(it\.)?test=/.test(word));
  const why = `only the tests run that \`${shownWord(only ?? "")}\` chooses`;
  const own = isLate ? [unit, integration] : [unit];
  return { tests: only === undefined ? own : own.map((pick) => someOf(pick, why)) };
}

function moduleFilter(lists: readonly string[]): Takes {
  const modules = lists
    .flatMap((value) => value.split(","))
    .filter((name) => !name.startsWith("!"));
  const folders = modules.map((name) => `${name.replace(/^:/, "")}/`);
  return (path) =>
    modules.length === 0 || modules.some(isUnknown) || folders.some((each) => path.includes(each));
}
