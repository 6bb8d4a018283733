import type { GateRun, Selection } from "../gate.ts";
import { listOf } from "../read-triggers.ts";
import { followScript, type Trail } from "./follow-step.ts";
import type { Around } from "./job-around.ts";
import { type Contexts, fillExpressions, fillRecord } from "./matrix-variants.ts";
import type { Script } from "./script.ts";
import { someTests } from "./some-tests.ts";
import type { Reading } from "./source-tree.ts";
import { isUnknown, OUTSIDE, ROOT, UNKNOWN } from "./word-signs.ts";

/** A step with what it leads to. */
export type FollowedRun = {
  readonly run: GateRun;
  readonly ran: Trail["ran"];
  readonly unresolved: Trail["unresolved"];
  readonly skips: Trail["skips"];
};

const VARIANTS_MAX = 64;
const HELD_BY_RUNS =
  "HOME PATH RUNNER_TEMP GITHUB_ENV GITHUB_PATH GITHUB_OUTPUT GITHUB_REF GITHUB_SHA GITHUB_STEP_SUMMARY GITHUB_EVENT_NAME RUNNER_OS TMPDIR USER";
/** What a machine of the forge always sets. */
const USUAL: readonly (readonly [string, string])[] = [
  ["CI", "true"],
  ["GITHUB_ACTIONS", "true"],
  ["GITHUB_WORKSPACE", ROOT],
  ...HELD_BY_RUNS.split(" ").map((name) => [name, UNKNOWN] as const),
];

/** Follows the script of a step in each run that the matrix makes; a step of another language than the shell's selects nothing. */
export function followRun(run: GateRun, around: Around): FollowedRun {
  const [shell = ""] = listOf(around.step["shell"]);
  if (/^(python|node|perl|ruby)/.test(shell))
    return { run: { ...run, selections: [] }, ran: [], unresolved: [], skips: [] };
  const scripts = new Map<string, Script>();
  for (const variant of around.variants.slice(0, VARIANTS_MAX)) {
    const script = scriptOf(run, around, variant, shell);
    scripts.set(JSON.stringify([script.text, script.directory, [...script.environment]]), script);
  }
  const trails = [...scripts.values()].map((script) =>
    followScript(script, around.reading, run.line),
  );
  const own = distinct(
    trails.flatMap((trail) => trail.selections),
    around.reading,
  );
  const maskOf = ({ maskReason }: Selection) =>
    run.maskReason ?? (around.compensated ? null : maskReason);
  const selections = own.map((each) => ({ ...each, maskReason: maskOf(each) }));
  return {
    run: { ...run, selections, lints: trails.flatMap((trail) => trail.lints) },
    ran: trails.flatMap((trail) => trail.ran),
    unresolved: trails.flatMap((trail) => trail.unresolved),
    skips: trails.flatMap((trail) => trail.skips),
  };
}

function scriptOf(
  run: GateRun,
  { source, job, step, written, reading }: Around,
  variant: Contexts,
  shell: string,
): Script {
  const plain = [source.root, job, step].flatMap((of) => [...fillRecord(of["env"], variant)]);
  const contexts = new Map([
    ...variant,
    ...plain.map(([name, value]) => [`env.${name}`, value] as const),
  ]);
  const unknown = written.map((name) => [name, UNKNOWN] as const);
  return {
    text: fillExpressions(run.text, contexts),
    place: { path: source.path, line: run.line },
    directory: folderOf(fillExpressions(run.workingDirectory, contexts), reading),
    environment: new Map([...USUAL, ...unknown, ...plain]),
    args: [],
    file: null,
    mask: null,
    errexit: true,
    pipefail: shell.includes("bash") || shell.includes("pipefail"),
    via: [],
  };
}

/** A folder that the branch does not have lies elsewhere: from the root of the machine, or one that a step makes. */
function folderOf(text: string, { tree }: Reading): string | null {
  const bare = text.startsWith(ROOT) ? text.slice(ROOT.length).replace(/^\//, "") : text;
  const folder = bare.endsWith("/") ? bare.slice(0, -1) : bare;
  if (isUnknown(folder)) return null;
  return tree.hasFolder(folder) ? folder : OUTSIDE;
}

/** The combinations of a matrix mostly select the same: of those that name the same in the same way and agree on every test, one is kept. */
function distinct(selections: readonly Selection[], reading: Reading): readonly Selection[] {
  const groups = Map.groupBy(selections, ({ pattern, via, maskReason }) =>
    JSON.stringify([pattern, via, maskReason]),
  );
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return group;
    const bySign = new Map<string, Selection>();
    for (const each of group.slice(0, VARIANTS_MAX)) {
      const sign = someTests(reading).map((path) =>
        each.matches(path) ? "yes" : (each.unclear(path) ?? "no"),
      );
      bySign.set(sign.join("\n"), each);
    }
    return [...bySign.values()];
  });
}
