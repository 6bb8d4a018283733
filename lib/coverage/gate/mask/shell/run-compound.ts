import type { Command } from "../../shell/script.ts";
import { expand, fields } from "./expand.ts";
import { patternFits } from "./holds.ts";
import {
  ended,
  type How,
  type Inner,
  losing,
  merged,
  next,
  type Path,
  type Run,
  type State,
  setting,
} from "./state.ts";

const TURNS_MAX = 3;
const VALUES_MAX = 40;

type Compound = Extract<Command, { kind: "if" | "for" | "while" | "case" }>;

/** Every way on from a condition or a loop. */
export function runCompound(
  command: Compound,
  state: State,
  run: Run,
  how: How,
  inner: Inner,
): readonly Path[] {
  switch (command.kind) {
    case "if":
      return runIf(command, state, run, how, inner);
    case "for":
      return runFor(command, state, run, how, inner);
    case "while":
      return runWhile(command, state, run, how, inner);
    case "case":
      return runCase(command, state, run, how, inner);
  }
}

const CONDITION: How = { held: true, asked: true };

function runIf(
  command: Extract<Command, { kind: "if" }>,
  state: State,
  run: Run,
  how: How,
  inner: Inner,
): readonly Path[] {
  let open: readonly State[] = [state];
  const done: Path[] = [];
  for (const { condition, body } of command.branches) {
    const asked = open.flatMap((each) => inner.runScript(condition, each, run, CONDITION));
    open = [];
    for (const path of asked) {
      if (path.flow !== "next") done.push(path);
      else if (path.state.status === "ok")
        done.push(...inner.runScript(body, path.state, run, how));
      else open = [...open, losing(path.state, "its failure only chooses what runs next")];
    }
  }
  const { otherwise } = command;
  const left = open.flatMap((each) =>
    otherwise ? inner.runScript(otherwise, each, run, how) : [ended(each, "ok")],
  );
  return merged([...done, ...left]);
}

function runFor(
  command: Extract<Command, { kind: "for" }>,
  state: State,
  run: Run,
  how: How,
  inner: Inner,
): readonly Path[] {
  const values = command.words.flatMap((word) => fields(word, state));
  let open: readonly Path[] = [ended(state, "ok")];
  const done: Path[] = [];
  for (const value of values.slice(0, VALUES_MAX)) {
    const turn = open.flatMap((path) =>
      inner.runScript(
        command.body,
        command.name === "" ? path.state : setting(path.state, command.name, value),
        run,
        how,
      ),
    );
    open = merged(
      turn
        .filter(({ flow }) => flow === "next" || flow === "continue")
        .map(({ state: after }) => next(after)),
    );
    done.push(...turn.filter(({ flow }) => flow !== "next" && flow !== "continue"));
    if (open.length === 0) break;
  }
  return merged([...done.map(left), ...open]);
}

/** A loop that is left goes on behind it. */
const left = (path: Path): Path => (path.flow === "break" ? next(path.state) : path);

function runWhile(
  command: Extract<Command, { kind: "while" }>,
  state: State,
  run: Run,
  how: How,
  inner: Inner,
): readonly Path[] {
  let open: readonly Path[] = [ended(state, "ok")];
  const done: Path[] = [];
  for (let turn = 0; turn < TURNS_MAX && open.length > 0; turn += 1) {
    const asked = open.flatMap((path) =>
      inner.runScript(command.condition, path.state, run, CONDITION),
    );
    const goes = asked.filter(
      ({ flow, state: after }) => flow === "next" && (after.status === "ok") !== command.until,
    );
    const over = asked.filter((path) => !goes.includes(path));
    done.push(
      ...over.map((path) =>
        path.flow === "next"
          ? ended(losing(path.state, "its failure only ends a loop"), "ok")
          : path,
      ),
    );
    const turns = goes.flatMap(({ state: after }) =>
      inner.runScript(command.body, losing(after, "its failure only ends a loop"), run, how),
    );
    open = merged(turns.filter(({ flow }) => flow === "next" || flow === "continue"));
    done.push(...turns.filter(({ flow }) => flow !== "next" && flow !== "continue"));
  }
  // Where another way leaves the loop this one may do so too, later.
  if (done.length > 0) return merged(done.map(left));
  return open.map(({ state: after }): Path => ({ state: after, flow: "endless" }));
}

function runCase(
  command: Extract<Command, { kind: "case" }>,
  state: State,
  run: Run,
  how: How,
  inner: Inner,
): readonly Path[] {
  const value = expand(command.word, state);
  const paths: Path[] = [];
  for (const { patterns, body } of command.arms) {
    const texts = patterns.map((pattern) => ({ pattern, text: expand(pattern, state) }));
    const isFit = ({ pattern, text }: (typeof texts)[number]) =>
      text !== null && value !== null && patternFits(pattern, text, value);
    const isFitting = texts.some(isFit) || texts.some(({ text }) => text === "*");
    if (isFitting || value === null || texts.some(({ text }) => text === null))
      paths.push(...inner.runScript(body, state, run, how));
    if (isFitting) return merged(paths);
  }
  return merged([...paths, ended(state, "ok")]);
}
