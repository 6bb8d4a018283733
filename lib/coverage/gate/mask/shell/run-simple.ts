import type { Command, Script, Simple } from "../../shell/script.ts";
import { scriptsOf } from "../../shell/simples-of.ts";
import { runBuiltin } from "./builtin.ts";
import { expand, fields, literal } from "./expand.ts";
import {
  ended,
  type How,
  type Inner,
  losing,
  type Path,
  type Run,
  type State,
  setting,
  TooMany,
} from "./state.ts";

const CALLS_MAX = 30;

/** Every way on from one plain command. */
export function runSimple(
  simple: Simple,
  state: State,
  run: Run,
  how: How,
  input: string | null,
  inner: Inner,
): readonly Path[] {
  const within = scriptsOf(simple).filter((script) => run.holding.has(script));
  const before = within.reduce<readonly State[]>(
    (states, script) => states.flatMap((each) => substituted(script, each, run, inner)),
    [state],
  );
  return before.flatMap((each) => {
    if (simple.words.length === 0) return assigned(simple, each, how, within.length > 0);
    const marked = run.marks?.has(simple) ? { ...each, ran: true } : each;
    const left = within.length > 0 ? losing(marked, "its failure is lost inside $( )") : marked;
    return named(simple, left, run, how, input, inner);
  });
}

function substituted(script: Script, state: State, run: Run, inner: Inner): readonly State[] {
  return inner.runScript(script, state, run, { held: false, asked: false }).map((path) => {
    const { ran, lost, status } = path.state;
    return { ...state, ran, lost, status };
  });
}

function assigned(simple: Simple, state: State, how: How, checked: boolean): readonly Path[] {
  let after = state;
  for (const { name, values } of simple.assignments) {
    const value =
      "parts" in values ? expand(values, state) : values.flatMap((word) => fields(word, state));
    after = setting(after, name, value);
  }
  if (checked) return [ended(after, state.status)];
  const asks = how.asked && scriptsOf(simple).length > 0;
  return asks ? [ended(after, "ok"), ended(after, "bad")] : [ended(after, "ok")];
}

function named(
  simple: Simple,
  state: State,
  run: Run,
  how: How,
  input: string | null,
  inner: Inner,
): readonly Path[] {
  const name = literal(simple.words[0]) ?? "";
  const body = state.functions.get(name);
  if (body?.kind === "function") return called(body.body, state, run, how, inner);
  if (run.checks.has(simple)) {
    const isFailing = run.failing === simple;
    return [ended({ ...state, ran: state.ran || isFailing }, isFailing ? "check" : "ok")];
  }
  if (name === "exec" && simple.words.length > 1) {
    const rest = { ...simple, words: simple.words.slice(1) };
    return named(rest, state, run, how, input, inner).map(
      (path): Path => ({ ...path, flow: "exit" }),
    );
  }
  const path = runBuiltin(name, simple, state, input);
  if (path && path.state.status !== "open") return [path];
  if (path && path.flow !== "next") return [path];
  const after = path?.state ?? state;
  return how.asked || run.strict ? [ended(after, "ok"), ended(after, "bad")] : [ended(after, "ok")];
}

function called(body: Command, state: State, run: Run, how: How, inner: Inner): readonly Path[] {
  run.steps += CALLS_MAX;
  const depth = Number(state.variables.get("0 calls") ?? 0);
  if (depth > CALLS_MAX) throw new TooMany();
  const entered = setting(state, "0 calls", String(depth + 1));
  return inner.runCommand(body, entered, run, how, null).map((path): Path => {
    const after = setting(path.state, "0 calls", String(depth));
    return { state: after, flow: path.flow === "return" ? "next" : path.flow };
  });
}
