import type { Command, Item, Pipeline, Script } from "../../shell/script.ts";
import { keeping, outputOf } from "./builtin.ts";
import { counted, literal } from "./expand.ts";
import { holds } from "./holds.ts";
import { runCompound } from "./run-compound.ts";
import { runSimple } from "./run-simple.ts";
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
  type Status,
  setting,
  TooMany,
} from "./state.ts";

const STEPS_MAX = 4000;
const NAMES_MAX = 40;

/** Every way that a script can take from a state on. */
export function runScript(script: Script, start: State, run: Run, how: How): readonly Path[] {
  let open: readonly Path[] = [script.length === 0 ? ended(start, "ok") : next(start)];
  let done: readonly Path[] = [];
  for (const [index, item] of script.entries()) {
    const asked = how.asked && index === script.length - 1;
    const paths = open.flatMap((path) => runItem(item, path.state, run, { ...how, asked }));
    const going = paths.filter(({ flow }) => flow === "next");
    open = merged(
      going.map(({ state }) =>
        next(asked ? state : losing(state, "the script goes on after its failure")),
      ),
    );
    done = merged([...done, ...paths.filter(({ flow }) => flow !== "next")]);
    if (open.length === 0) break;
  }
  return [...done, ...open];
}

function runItem(item: Item, state: State, run: Run, how: How): readonly Path[] {
  run.steps += 1;
  if (run.steps > STEPS_MAX) throw new TooMany();
  const { first, rest, background } = item;
  if (background) return runInBackground(item, state, run);
  const held = (index: number) => how.held || index < rest.length;
  const asks = how.asked || (held(0) && !goesOnWell(item));
  let paths = runPipeline(first, state, run, { held: held(0), asked: asks });
  for (const [index, { connector, pipeline }] of rest.entries()) {
    paths = paths.flatMap((path) => {
      const isOk = path.state.status === "ok";
      if (path.flow !== "next" || isOk !== (connector === "&&")) return [path];
      const text = textOf(pipeline);
      const before = losing(path.state, `its failure is swallowed by || ${text}`);
      const last = index === rest.length - 1;
      return runPipeline(pipeline, before, run, {
        held: held(index + 1),
        asked: how.asked || !last,
      });
    });
  }
  return merged(paths);
}

const DOES =
  /^(cd|pushd|popd|mkdir|cp|mv|rm|ln|touch|chmod|source|\.|npm|pnpm|yarn|npx|corepack|docker|pip3?|apt-get|make|cargo|go|uv|poetry|bundle|composer|dotnet|cmake)$/;

/** Whether a list begins with something that is done rather than asked: `cd server && …`. */
function goesOnWell({ first, rest }: Item): boolean {
  const [command] = first.commands;
  const name = command?.kind === "simple" ? literal(command.words[0]) : null;
  return rest[0]?.connector === "&&" && name !== null && DOES.test(name);
}

function runInBackground(item: Item, state: State, run: Run): readonly Path[] {
  const inner = runItem({ ...item, background: false }, state, run, { held: true, asked: false });
  return inner.map(({ state: after }) => {
    const left = losing(after, "it runs in the background, and nothing waits for its result");
    const { ran, lost } = left;
    return ended({ ...state, ran, lost, background: after.status }, "ok");
  });
}

function runPipeline(pipeline: Pipeline, state: State, run: Run, how: How): readonly Path[] {
  const { commands, negated } = pipeline;
  const inner = { held: how.held || negated, asked: how.asked || negated };
  const [only] = commands;
  const paths =
    only && commands.length === 1
      ? runCommand(only, state, run, inner, null)
      : runPipe(commands, state, run, inner);
  const stops = commands.length > 1 || /^(simple|subshell|test|arithmetic)$/.test(only?.kind ?? "");
  return paths.map((path): Path => {
    if (path.flow !== "next") return path;
    if (negated) return turned(path.state);
    const failed = path.state.status === "bad" || path.state.status === "check";
    if (!failed || how.held) return path;
    if (state.errexit && path.state.errexit) return stops ? { ...path, flow: "stop" } : path;
    return next(losing(path.state, "set +e lets the script go on after a failure"));
  });
}

function turned(state: State): Path {
  const left = losing(state, "! turns its failure around");
  return ended(left, state.status === "ok" ? "bad" : state.status === "open" ? "open" : "ok");
}

/** Each command of a pipe runs in a shell of its own, so only how they end comes back. */
function runPipe(commands: readonly Command[], state: State, run: Run, how: How): readonly Path[] {
  type Along = { readonly state: State; readonly statuses: readonly Status[] };
  let along: readonly Along[] = [{ state, statuses: [] }];
  let input: string | null = null;
  for (const [index, command] of commands.entries()) {
    const last = index === commands.length - 1;
    const asked = how.asked && (last || state.pipefail);
    const given: string | null = input;
    along = along.flatMap((each) =>
      runCommand(command, each.state, run, { held: how.held, asked }, given).map((path): Along => {
        const text = commands[index + 1] ? textOf({ commands: commands.slice(index + 1) }) : "";
        const why = `its failure is lost in the pipe to ${text} (no pipefail)`;
        const left = last || state.pipefail ? path.state : losing(path.state, why);
        const { ran, lost, status } = left;
        return { state: { ...state, ran, lost }, statuses: [...each.statuses, status] };
      }),
    );
    if (along.length > STEPS_MAX) throw new TooMany();
    input = command.kind === "simple" ? outputOf(command, state, given) : null;
  }
  return along.map(({ state: after, statuses }) => {
    const failed = state.pipefail ? statuses.findLast((status) => status !== "ok") : undefined;
    return keeping(ended(after, failed ?? statuses.at(-1) ?? "ok"), statuses);
  });
}

function runCommand(
  command: Command,
  state: State,
  run: Run,
  how: How,
  input: string | null,
): readonly Path[] {
  switch (command.kind) {
    case "simple":
      return runSimple(command, state, run, how, input, INNER);
    case "group":
      return runScript(command.body, state, run, how);
    case "subshell":
      return runScript(command.body, state, run, how).map(({ state: after, flow }) => {
        const { ran, lost, status } = after;
        return flow === "endless" ? { state: after, flow } : ended({ ...state, ran, lost }, status);
      });
    case "test":
      return answers(state, holds(command.words, state), how.asked || run.strict);
    case "arithmetic":
      return answers(summed(command.text, state), null, how.asked || run.strict);
    case "function":
      return [
        ended(
          { ...state, functions: new Map([...state.functions, [command.name, command]]) },
          "ok",
        ),
      ];
    case "if":
    case "for":
    case "while":
    case "case":
      return runCompound(command, state, run, how, INNER);
  }
}

/** The ways that go on from an answer; both where it is not known and somebody asks. */
function answers(state: State, value: boolean | null, asked: boolean): readonly Path[] {
  if (value !== null) return [ended(state, value ? "ok" : "bad")];
  return asked ? [ended(state, "ok"), ended(state, "bad")] : [ended(state, "ok")];
}

const INNER: Inner = { runScript, runCommand };

function summed(text: string, state: State): State {
  const known = counted(text, state);
  return known ? setting(state, ...known) : forgetting(text, state);
}

function forgetting(text: string, state: State): State {
  const names = text.match(/[A-Za-z_]\w*/g) ?? [];
  return names.slice(0, NAMES_MAX).reduce((left, name) => setting(left, name, null), state);
}

function textOf(pipeline: Pick<Pipeline, "commands">): string {
  const [command] = pipeline.commands;
  const text = command?.kind === "simple" ? command.text : "more commands";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
