import { readScript } from "../shell/read-script.ts";
import type { Script, Simple } from "../shell/script.ts";
import { scriptsOf, simplesOf } from "../shell/simples-of.ts";
import { runScript } from "./shell/run-script.ts";
import { type Path, type Run, type State, startOf, TooMany } from "./shell/state.ts";

/** What a shell is started with: `bash -e` where a step names none, `-o pipefail` where it says `shell: bash`. */
export type Modes = Pick<State, "errexit" | "pipefail">;

export type JudgedScript = {
  /** Why no failing check of the script can make it fail; null when one can, when that cannot be told, and when it checks nothing. */
  readonly maskReason: string | null;
  /** Whether it can end well before it comes to its checks. */
  readonly skipsItself: boolean;
};

type IsCheck = (command: string) => boolean;

const NOTHING: JudgedScript = { maskReason: null, skipsItself: false };
const CHECKS_MAX = 40;

/** Whether a failing check of a script makes the script fail, found by following every way that the script can take while all else goes well. */
export function judgeScript(text: string, modes: Modes, isCheck: IsCheck): JudgedScript {
  const script = readScript(text);
  if (script === null) return NOTHING;
  const judged = judgeRead(script, modes, isCheck);
  // `bash -e` ends before a trailing `exit 0` or `true`. The ladder counts them as masks all the
  // same: whoever writes one means to swallow, and a runner whose shell goes on does.
  const end = swallowingEnd(script);
  if (judged.maskReason !== null || end === null) return judged;
  const { maskReason } = judgeRead(script, { ...modes, errexit: false }, isCheck);
  return { ...judged, maskReason: maskReason === null ? null : end };
}

/** What it means that a script ends, whatever came before, in `exit 0`, `true` or `:`; null where it does not. */
function swallowingEnd(script: Script): string | null {
  const [last] = script.slice(-1);
  const [command] = last?.first.commands ?? [];
  if (!last || last.rest.length > 0 || last.first.commands.length > 1) return null;
  if (command?.kind !== "simple") return null;
  if (command.text === "exit 0") return "the script always ends with exit 0";
  return /^(true|:)$/.test(command.text) ? `its failure is swallowed by ; ${command.text}` : null;
}

function judgeRead(script: Script, modes: Modes, isCheck: IsCheck): JudgedScript {
  const checks = new Set<Simple>();
  const holding = new Set<Script>();
  collect(script, isCheck, checks, holding);
  let first: JudgedScript | null = null;
  for (const failing of [...checks].slice(0, CHECKS_MAX)) {
    const judged = judgeCheck(script, modes, { checks, failing, holding, strict: false, steps: 0 });
    if (judged.maskReason === null) return judged;
    first ??= judged;
  }
  return first ?? NOTHING;
}

/** Finds the commands that are checks, and the `$( )` that hold one; what holds one is none itself. */
function collect(
  script: Script,
  isCheck: IsCheck,
  checks: Set<Simple>,
  holding: Set<Script>,
): boolean {
  const before = checks.size;
  for (const simple of simplesOf(script)) {
    const within = scriptsOf(simple).filter((each) => collect(each, isCheck, checks, holding));
    for (const each of within) holding.add(each);
    if (within.length === 0 && isCheck(simple.text)) checks.add(simple);
  }
  return checks.size > before;
}

function judgeCheck(script: Script, modes: Modes, run: Run): JudgedScript {
  try {
    const paths = runScript(script, startOf(modes), run, { held: false, asked: false }).flatMap(
      (path) => withTrap(path, run),
    );
    const skipsItself =
      paths.some(({ state }) => state.ran) &&
      paths.some(({ flow, state }) => flow === "exit" && state.status === "ok" && !state.ran);
    const masked = paths.every(({ flow, state }) => flow !== "endless" && state.status === "ok");
    return { maskReason: masked ? reasonOf(paths) : null, skipsItself };
  } catch (error) {
    if (error instanceof TooMany) return NOTHING;
    throw error;
  }
}

/** What a script does when it ends changes how it ended only where it says `exit` itself. */
export function withTrap(path: Path, run: Run): readonly Path[] {
  const { trap } = path.state;
  const body = trap === null ? null : readScript(trap);
  if (body === null) return [path];
  const state = { ...path.state, trap: null };
  const after = runScript(body, state, run, { held: true, asked: false });
  return after.map((each) => (each.flow === "exit" ? each : path));
}

/** A check that is never reached although nothing ends the script before it is called from somewhere that is not seen. */
function reasonOf(paths: readonly Path[]): string | null {
  const lost = paths.find(({ state }) => state.lost !== null)?.state.lost;
  if (lost) return lost;
  return paths.some(({ flow }) => flow === "exit") ? "the script always ends with exit 0" : null;
}
