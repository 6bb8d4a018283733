import { readScript } from "../../shell/read-script.ts";
import type { Command, Script, Simple } from "../../shell/script.ts";
import { simplesOf } from "../../shell/simples-of.ts";
import { type Modes, withTrap } from "../judge-script.ts";
import { literal } from "../shell/expand.ts";
import { runScript } from "../shell/run-script.ts";
import { setting, startOf, TooMany } from "../shell/state.ts";
import { functionsOf, loopNames, mayFail } from "./script-parts.ts";
import { type Guard, skipGuards } from "./skip-guards.ts";
import { originsIn } from "./where-from.ts";

/** A place where a script skips tests, and what it waits for. */
export type Skip = {
  /** Of the script's text, counted from 0. */
  readonly line: number;
  /** The variables of the environment that hold nothing then. */
  readonly names: readonly string[];
};

type Asked = {
  readonly modes: Modes;
  /** Whether the script as a whole is a test. */
  readonly isTest: boolean;
  readonly isCheck: (command: string) => boolean;
  /** Whether the environment certainly gives a variable a value. */
  readonly isGiven: (name: string) => boolean;
};

const GUARDS_MAX = 12;

/** Where a script leaves out tests and still ends well while variables of its environment hold nothing; none where it fails then all the same, as one that counts what it skipped may. Source: PRODUCT, limits of secrets are findings and no masks. */
export function skipsWithout(text: string, asked: Asked): readonly Skip[] {
  // Reading is the slow part, and few scripts ask for an empty variable.
  if (!/-[zn]\s|=\s*["']{2}/.test(text)) return [];
  const script = readScript(text);
  if (script === null) return [];
  const functions = functionsOf(script);
  const originOf = originsIn(script, loopNames(script));
  const guards = skipGuards(script, functions)
    .slice(0, GUARDS_MAX)
    .flatMap((guard) => {
      const names = guard.names.flatMap((name) => originOf(name) ?? []);
      const waiting = [...new Set(names)].filter((name) => !asked.isGiven(name));
      return waiting.length > 0 && leavesTests(guard, script, functions, asked)
        ? [{ guard, names: waiting }]
        : [];
    });
  const empty = guards.flatMap(({ names }) => names);
  return guards
    .filter(({ guard }) => endsWell(script, guard, empty, asked.modes))
    .map(({ guard, names }) => ({ line: lineOf(text, guard), names }));
}

/** Whether what is left out tests something: a script that does, or a function of it that can fail and does not only clear up at its end. */
function leavesTests(
  { leftFunction }: Guard,
  script: Script,
  functions: ReturnType<typeof functionsOf>,
  { isTest, isCheck }: Asked,
): boolean {
  const checks = (simples: readonly Simple[]) => simples.some((simple) => isCheck(simple.text));
  if (leftFunction === null) return isTest || checks(simplesOf(script));
  const body = functions.get(leftFunction)?.body;
  if (!body || isTrapped(script, leftFunction)) return false;
  return mayFail(body, script, functions) || checks(simplesOf(scriptOf(body)));
}

const scriptOf = (command: Command): Script => [
  { first: { negated: false, commands: [command] }, rest: [], background: false },
];

const isTrapped = (script: Script, name: string): boolean =>
  simplesOf(script).some(
    ({ words }) =>
      literal(words[0]) === "trap" && (literal(words[1]) ?? "").split(/\W+/).includes(name),
  );

/** Whether every way through a guard ends well while these variables are empty. */
function endsWell(
  script: Script,
  { leaves }: Guard,
  empty: readonly string[],
  modes: Modes,
): boolean {
  const start = empty.reduce((state, name) => setting(state, name, ""), {
    ...startOf(modes),
    counts: true,
  });
  const run = {
    checks: new Set<Simple>(),
    failing: null,
    holding: new Set<Script>(),
    marks: new Set(leaves),
    strict: false,
    steps: 0,
  };
  try {
    const paths = runScript(script, start, run, { held: false, asked: false })
      .flatMap((path) => withTrap(path, run))
      .filter(({ state }) => state.ran);
    return (
      paths.length > 0 &&
      paths.every(({ flow, state }) => flow !== "endless" && state.status === "ok")
    );
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}

function lineOf(text: string, { leaves }: Guard): number {
  const at = Math.min(...leaves.map((simple) => simple.at));
  return text.slice(0, at).split("\n").length - 1;
}
