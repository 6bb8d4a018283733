import type { Simple, Word } from "../../shell/script.ts";
import { codeOf, expand, fields } from "./expand.ts";
import { holds } from "./holds.ts";
import { ended, next, type Path, type State, type Status, setting } from "./state.ts";
import { finds } from "./tools.ts";

/** What a command of the shell itself does, or of a tool whose answer can be told; null when it is neither. */
export function runBuiltin(
  name: string,
  simple: Simple,
  state: State,
  input: string | null,
): Path | null {
  const given = simple.words.slice(1);
  switch (name) {
    case "true":
    case ":":
    case "echo":
    case "printf":
    case "sleep":
    case "cat":
    case "tee":
      return ended(state, "ok");
    case "false":
      return ended(state, "bad");
    case "exit":
    case "return":
      return { ...ended(state, statusOf(given[0], state)), flow: name };
    case "break":
    case "continue":
      return { ...ended(state, "ok"), flow: name };
    case "set":
      return ended(withModes(state, given), "ok");
    case "[":
      return tested(state, holds(given.slice(0, -1), state));
    case "test":
      return tested(state, holds(given, state));
    case "trap":
      return ended({ ...state, trap: trapOf(given, state) }, "ok");
    case "wait":
      return ended(state, given.length === 0 ? "ok" : state.background);
    case "export":
    case "local":
    case "declare":
    case "readonly":
    case "typeset":
      return ended(declared(state, given), "ok");
    case "read":
    case "unset":
    case "mapfile":
    case "readarray":
    case "let":
      return ended(forgotten(state, given), name === "unset" ? "ok" : "open");
    default:
      return /^([ef]?grep|jq)$/.test(name) ? tested(state, asks(simple, state, input)) : null;
  }
}

const tested = (state: State, value: boolean | null): Path =>
  ended(state, value === null ? "open" : value ? "ok" : "bad");

function asks(simple: Simple, state: State, piped: string | null): boolean | null {
  const input = simple.input ? expand(simple.input, state) : piped;
  return finds(
    simple.words.map((word) => expand(word, state)),
    input,
  );
}

/** The status that `exit` and `return` hand back: what they are given, else that of the command before. */
function statusOf(word: Word | undefined, state: State): Status {
  if (!word) return state.status;
  const code = expand(word, state);
  if (code === null || !/^\d+$/.test(code)) return "open";
  return Number(code) % 256 === 0 ? "ok" : "bad";
}

function withModes(state: State, given: readonly Word[]): State {
  const words = given.map((word) => expand(word, state) ?? "");
  let { errexit, pipefail } = state;
  for (const [index, word] of words.entries()) {
    const on = word.startsWith("-");
    if (!on && !word.startsWith("+")) continue;
    if (/^[-+]\w*e/.test(word)) errexit = on;
    if (/^[-+]\w*o$/.test(word) && words[index + 1] === "pipefail") pipefail = on;
    if (/^[-+]\w*o$/.test(word) && words[index + 1] === "errexit") errexit = on;
  }
  return { ...state, errexit, pipefail };
}

function trapOf(given: readonly Word[], state: State): string | null {
  const [body, ...signals] = given.map((word) => expand(word, state));
  const atEnd = signals.some((signal) => signal === "EXIT" || signal === "0");
  return atEnd && body !== undefined && body !== "-" ? body : state.trap;
}

function declared(state: State, given: readonly Word[]): State {
  let after = state;
  for (const word of given) {
    const [head] = word.parts;
    const name = head?.kind === "text" ? /^([A-Za-z_]\w*)(=?)/.exec(head.text) : null;
    if (!name?.[1] || name[2] === "") continue;
    const whole = expand(word, state);
    after = setting(after, name[1], whole === null ? null : whole.slice(name[0].length));
  }
  return after;
}

function forgotten(state: State, given: readonly Word[]): State {
  let after = state;
  for (const word of given) {
    const name = /^[A-Za-z_]\w*/.exec(expand(word, state) ?? "")?.[0];
    if (name !== undefined) after = setting(after, name, null);
  }
  return after;
}

/** What a command prints, where that can be told; null where not. */
export function outputOf(simple: Simple, state: State, input: string | null): string | null {
  const [name, ...given] = simple.words.flatMap((word) => fields(word, state));
  if (name === "cat" && given.length === 0)
    return simple.input ? expand(simple.input, state) : input;
  if (name !== "echo" && name !== "printf") return null;
  if (given.some((word) => word === null)) return null;
  return given.filter((word) => !/^-[neE]+$/.test(word ?? "")).join(" ");
}

/** How each command of a pipe ended, as the shell keeps it. */
export function keeping(path: Path, statuses: readonly Status[]): Path {
  const state = setting(path.state, "PIPESTATUS", statuses.map(codeOf));
  return path.flow === "next" ? next(state) : path;
}
