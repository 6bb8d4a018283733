import type { Command, Script, Simple, Word } from "../../shell/script.ts";
import { simplesOf } from "../../shell/simples-of.ts";
import { literal } from "../shell/expand.ts";

type Body = Extract<Command, { kind: "function" }>;
type Functions = ReadonlyMap<string, Body>;

/** The functions that a script defines, wherever it does. */
export function functionsOf(script: Script): Functions {
  return new Map(
    commandsOf(script).flatMap((command) =>
      command.kind === "function" ? [[command.name, command] as const] : [],
    ),
  );
}

/** The variables that the loops of a script fill. */
export const loopNames = (script: Script): ReadonlySet<string> =>
  new Set(commandsOf(script).flatMap((command) => (command.kind === "for" ? [command.name] : [])));

/** Every command of a script and of what it holds, but for what stands in words. */
function commandsOf(script: Script): readonly Command[] {
  return script.flatMap(({ first, rest }) =>
    [first, ...rest.map(({ pipeline }) => pipeline)].flatMap(({ commands }) =>
      commands.flatMap((command) => [command, ...innerOf(command).flatMap(commandsOf)]),
    ),
  );
}

function innerOf(command: Command): readonly Script[] {
  switch (command.kind) {
    case "group":
    case "subshell":
    case "for":
      return [command.body];
    case "while":
      return [command.condition, command.body];
    case "if":
      return [
        ...command.branches.flatMap(({ condition, body }) => [condition, body]),
        ...(command.otherwise ? [command.otherwise] : []),
      ];
    case "case":
      return command.arms.map(({ body }) => body);
    case "function":
      return [onlyOf(command.body)];
    case "simple":
    case "test":
    case "arithmetic":
      return [];
  }
}

const onlyOf = (command: Command): Script => [
  { first: { negated: false, commands: [command] }, rest: [], background: false },
];

const CALLS_MAX = 60;

/** Whether a function can make its script fail: by an `exit` or `return` of its own or of what it calls, or by a variable that the script asks outside of its functions. */
export function mayFail(body: Command, script: Script, functions: Functions): boolean {
  const asked = namesAsked(script);
  const met = new Set<Command>();
  const open = [body];
  for (let at = open.pop(); at !== undefined && met.size < CALLS_MAX; at = open.pop()) {
    if (met.has(at)) continue;
    met.add(at);
    for (const simple of simplesOf(onlyOf(at))) {
      if (fails(simple) || simple.assignments.some(({ name }) => asked.has(name))) return true;
      const called = functions.get(literal(simple.words[0]) ?? "");
      if (called) open.push(called.body);
    }
    const sums = commandsOf(onlyOf(at)).flatMap((each) =>
      each.kind === "arithmetic" ? (each.text.match(/[A-Za-z_]\w*/g) ?? []) : [],
    );
    if (sums.some((name) => asked.has(name))) return true;
  }
  return false;
}

function fails({ words }: Simple): boolean {
  const name = literal(words[0]);
  if (name === "false") return true;
  if (name !== "exit" && name !== "return") return false;
  return words.length > 1 && literal(words[1]) !== "0";
}

/** The variables that a script asks outside of its functions, or ends with. */
function namesAsked(script: Script): ReadonlySet<string> {
  const outer = script.flatMap(({ first, rest }) =>
    [first, ...rest.map(({ pipeline }) => pipeline)].flatMap(({ commands }) =>
      commands.filter(({ kind }) => kind !== "function"),
    ),
  );
  const all = outer.flatMap((command) => commandsOf(onlyOf(command)));
  return new Set(
    all.flatMap((command) => {
      if (command.kind === "test") return command.words.flatMap(namesIn);
      if (command.kind === "arithmetic") return command.text.match(/[A-Za-z_]\w*/g) ?? [];
      if (command.kind !== "simple") return [];
      const asks = /^(\[|test|exit)$/.test(literal(command.words[0]) ?? "");
      return asks ? command.words.flatMap(namesIn) : [];
    }),
  );
}

const namesIn = ({ parts }: Word): readonly string[] =>
  parts.flatMap((part) => (part.kind === "variable" ? [part.name] : []));
