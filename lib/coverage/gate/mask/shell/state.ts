import type { Command, Script, Simple } from "../../shell/script.ts";

/** How a command ended: well, badly, badly because the check in question failed, or as only a running shell knows. */
export type Status = "ok" | "bad" | "check" | "open";

/** What a shell knows at one point; a variable that is not known is null. */
export type State = {
  readonly variables: ReadonlyMap<string, string | null | readonly (string | null)[]>;
  readonly functions: ReadonlyMap<string, Command>;
  readonly errexit: boolean;
  readonly pipefail: boolean;
  readonly status: Status;
  /** Whether sums are worked out; a script that counts has as many states as numbers. */
  readonly counts: boolean;
  /** How the last command that was put into the background ended. */
  readonly background: Status;
  /** What runs when the script ends; null when nothing does. */
  readonly trap: string | null;
  /** Whether the check in question, or a marked command, was reached. */
  readonly ran: boolean;
  /** What made its failure go unnoticed first; null while nothing did. */
  readonly lost: string | null;
};

/** One way that a script can take; `exit` is one that it asks for itself, `stop` an end by `set -e`, `endless` a loop that nothing ends. */
export type Path = {
  readonly state: State;
  readonly flow: "next" | "exit" | "stop" | "return" | "break" | "continue" | "endless";
};

/** What is asked of a script: which of its commands are checks, and which one of them fails. */
export type Run = {
  readonly checks: ReadonlySet<Simple>;
  readonly failing: Simple | null;
  /** Commands that count as reached when they run, whatever they are; absent where none is looked for. */
  readonly marks?: ReadonlySet<Simple>;
  /** Scripts inside words that hold a check; the others are not looked into. */
  readonly holding: ReadonlySet<Script>;
  /** Whether what is not known may also end badly where nobody asks; else all that is no check goes well. */
  readonly strict: boolean;
  steps: number;
};

/** How a command is run: whether `set -e` is held back around it, and whether somebody asks how it ended. */
export type How = { readonly held: boolean; readonly asked: boolean };

/** How to run what a command leads to: a function, a script inside it. */
export type Inner = {
  readonly runScript: (script: Script, state: State, run: Run, how: How) => readonly Path[];
  readonly runCommand: (
    command: Command,
    state: State,
    run: Run,
    how: How,
    input: string | null,
  ) => readonly Path[];
};

/** Thrown inside when a script has too many ways to follow them all. */
export class TooMany extends Error {}

const PATHS_MAX = 64;

/** A shell before its first command. */
export function startOf(modes: Pick<State, "errexit" | "pipefail">): State {
  return {
    ...modes,
    variables: new Map(),
    functions: new Map(),
    status: "ok",
    counts: false,
    background: "ok",
    trap: null,
    ran: false,
    lost: null,
  };
}

export const next = (state: State): Path => ({ state, flow: "next" });

export const ended = (state: State, status: Status): Path => next({ ...state, status });

/** The different ones among the ways of a script. */
export function merged(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  const byKey = new Map(paths.map((path) => [keyOf(path), path]));
  if (byKey.size > PATHS_MAX) throw new TooMany();
  return [...byKey.values()];
}

function keyOf({ flow, state }: Path): string {
  const { variables, errexit, pipefail, status, background, trap, ran, lost } = state;
  return JSON.stringify([
    flow,
    errexit,
    pipefail,
    status,
    background,
    trap,
    ran,
    lost,
    [...variables],
  ]);
}

/** The state with the first reason why a failing check went unnoticed. */
export function losing(state: State, why: string): State {
  return state.status === "check" && state.lost === null ? { ...state, lost: why } : state;
}

/** The state with a variable set; null where its value is not known. */
export function setting(
  state: State,
  name: string,
  value: string | null | readonly (string | null)[],
): State {
  return { ...state, variables: new Map([...state.variables, [name, value]]) };
}
