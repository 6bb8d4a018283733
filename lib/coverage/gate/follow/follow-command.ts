import { cargoTests } from "./cargo-tests.ts";
import { followComposer } from "./follow-composer.ts";
import { followFile } from "./follow-file.ts";
import { followMake } from "./follow-make.ts";
import { followPackage, followUnknownRunner } from "./follow-package.ts";
import { followTaskFile } from "./follow-task-file.ts";
import { followTox } from "./follow-tox.ts";
import { goTests } from "./go-tests.ts";
import { jestTests } from "./jest-tests.ts";
import { gradleTests, mavenTests } from "./jvm-tests.ts";
import { lintTargets } from "./lint-targets.ts";
import { opaqueTests } from "./opaque-tests.ts";
import { PLAIN } from "./plain-runners.ts";
import { plainTests } from "./plain-tests.ts";
import { playwrightTests } from "./playwright-tests.ts";
import { pytestTests, unittestTests } from "./pytest-tests.ts";
import type { Followed, Run } from "./run.ts";
import type { Call } from "./script.ts";
import type { Reading } from "./source-tree.ts";
import { typeTests } from "./type-tests.ts";
import { baseName, unwrap } from "./unwrap.ts";
import { vitestTests } from "./vitest-tests.ts";
import { OUTSIDE, shownWord } from "./word-signs.ts";

const NEVER_RUN =
  /^(echo|printf|cat|ls|grep|rg|sed|awk|cp|mv|rm|mkdir|chmod|chown|test|\[{1,2}|git|gh|curl|wget|tee|which|pip3?|apt|apt-get|brew|apk|tar|diff|head|tail|wc|sleep|kill|touch|ln|jq|yq)$/;
const TESTY = /(^|[^a-z])(tests?|e2e|smoke|pytest|vitest|jest|playwright)([^a-z]|$)/i;
const RUNNERS: ReadonlyMap<string, (run: Run) => Followed | null> = new Map([
  ["go", goTests],
  ["gotestsum", goTests],
  ["ginkgo", goTests],
  ["vitest", vitestTests],
  ["jest", jestTests],
  ["react-scripts", (run: Run) => (run.args[0] === "test" ? jestTests(run) : null)],
  ["playwright", playwrightTests],
  ["pytest", pytestTests],
  ["py.test", pytestTests],
  ["unittest", unittestTests],
  ["tsc", typeTests],
  ["vue-tsc", typeTests],
  ["tsd", typeTests],
  ["cargo", cargoTests],
  ["gradle", gradleTests],
  ["gradlew", gradleTests],
  ["mvn", mavenTests],
  ["mvnw", mavenTests],
]);

/** What one command leads to: the tests and files that it names and the scripts that it starts; null where it has nothing to do with tests. */
export function followCommand(call: Call, reading: Reading): Followed | null {
  const { words, environment } = unwrap(handed(call));
  const [first = "", ...args] = words;
  const program = baseName(first);
  if (first === "" || /[=[\]{}]/.test(first) || NEVER_RUN.test(program)) return null;
  const set = new Map([...call.environment, ...environment]);
  if (call.directory === OUTSIDE) {
    const built: Run = { program, args, directory: "", environment: set, reading };
    return opaqueTests(built);
  }
  if (call.directory === null) return nowhere(words);
  const run: Run = { program, args, directory: call.directory, environment: set, reading };
  const lints = lintTargets(run);
  if (lints) return { lints };
  const inner = containerText(run);
  if (inner !== null) return followFile({ ...run, program: "sh", args: ["-c", inner] });
  const runner = RUNNERS.get(program);
  const own = runner?.(run) ?? null;
  if (runner && own) return own;
  return (
    followMake(run) ??
    (PLAIN.has(program) ? plainTests(run) : null) ??
    followPackage(run) ??
    followTaskFile(run) ??
    followTox(run) ??
    followComposer(run) ??
    opaqueTests(run) ??
    djangoTests(run) ??
    followFile({ ...run, program: first }) ??
    followUnknownRunner(run)
  );
}

/** The words of a command, with what `xargs` adds to them and what `find -exec` puts in. */
function handed({ words, input }: Call): readonly string[] {
  if (words[0] === "xargs" || words[0] === "parallel") {
    const valued = /^-(n|P|I|L|d|s|E|a|j)$/;
    let at = 1;
    while (words[at]?.startsWith("-")) at += valued.test(words[at] ?? "") ? 2 : 1;
    return [...words.slice(at).filter((word) => word !== "{}"), ...(input ?? [])];
  }
  const exec = words[0] === "find" ? words.findIndex((word) => /^-exec(dir)?$/.test(word)) : -1;
  if (exec < 0) return words;
  const names = words.flatMap((word, at) => (words[at - 1] === "-name" ? [word] : []));
  const folder = words[1]?.startsWith("-") ? "." : (words[1] ?? ".");
  const found = (names.length === 0 ? ["*"] : names).map((name) => `${folder}/**/${name}`);
  return words
    .slice(exec + 1)
    .flatMap((word) => (word === "{}" ? found : /^(;|\+)$/.test(word) ? [] : [word]));
}

/** A command in a folder that cannot be told: what tests there is a finding. */
function nowhere(words: readonly string[]): Followed | null {
  const said = words.map(shownWord).join(" ").slice(0, 80);
  const tests =
    RUNNERS.has(baseName(words[0] ?? "")) ||
    PLAIN.has(baseName(words[0] ?? "")) ||
    /^(make|npm|pnpm|yarn)$/.test(words[0] ?? "");
  return tests && TESTY.test(said)
    ? { unresolved: [`runs \`${said}\` in a folder that cannot be told`] }
    : null;
}

/** What a container is told to run by `sh -c`; the repository is taken to lie there. */
function containerText({ program, args }: Run): string | null {
  if (!/^(docker|podman|docker-compose|kubectl|lima|vagrant|ssh)$/.test(program)) return null;
  const shell = args.findIndex(
    (arg, at) => /^(\/bin\/)?(ba|z|da)?sh$/.test(arg) && /^-\w*c$/.test(args[at + 1] ?? ""),
  );
  return shell < 0 ? null : (args[shell + 2] ?? null);
}

/** `python manage.py test` runs unittest's discovery. */
function djangoTests(run: Run): Followed | null {
  const at = [run.program, ...run.args].findIndex((word) => /(^|\/)manage\.py$/.test(word));
  const rest = [run.program, ...run.args].slice(at + 1);
  if (at < 0 || rest[0] !== "test") return null;
  const labels = rest.slice(1).filter((word) => !word.startsWith("-"));
  return unittestTests({ ...run, args: labels.length > 0 ? labels : ["discover"] });
}
