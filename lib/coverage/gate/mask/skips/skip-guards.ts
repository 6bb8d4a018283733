import type { Command, Item, Pipeline, Script, Simple, Word } from "../../shell/script.ts";
import { literal } from "../shell/expand.ts";

/** A place where a script leaves off without failing because of a variable that holds nothing. */
export type Guard = {
  /** The commands by which it leaves. */
  readonly leaves: readonly Simple[];
  /** The variables whose emptiness is asked. */
  readonly names: readonly string[];
  /** The function that it leaves alone; null where it ends the script. */
  readonly leftFunction: string | null;
};

type Body = Extract<Command, { kind: "function" }>;
type Around = { readonly functions: ReadonlyMap<string, Body>; readonly own: string | null };

/** Where a script leaves off without failing because a variable is empty: `if [ -z "$KEY" ]; then return 0; fi`, `[ -n "$KEY" ] || exit 0`. */
export function skipGuards(script: Script, functions: ReadonlyMap<string, Body>): readonly Guard[] {
  return [
    ...inScript(script, { functions, own: null }),
    ...[...functions].flatMap(([own, { body }]) => inCommand(body, { functions, own })),
  ];
}

const inScript = (script: Script, around: Around): readonly Guard[] =>
  script.flatMap((item) => [
    ...inList(item, around),
    ...pipelinesOf(item).flatMap(({ commands }) =>
      commands.flatMap((command) => inCommand(command, around)),
    ),
  ]);

function inCommand(command: Command, around: Around): readonly Guard[] {
  switch (command.kind) {
    case "if":
      return [
        ...command.branches.flatMap(({ condition, body }) => [
          ...guardOf(condition.flatMap(namesIn), body, around),
          ...inScript(body, around),
        ]),
        ...inScript(command.otherwise ?? [], around),
      ];
    case "group":
    case "for":
    case "while":
      return inScript(command.body, around);
    case "case":
      return command.arms.flatMap(({ body }) => inScript(body, around));
    // A subshell leaves itself alone, and functions are gone through by name.
    case "subshell":
    case "function":
    case "simple":
    case "test":
    case "arithmetic":
      return [];
  }
}

/** `[ -n "$KEY" ] || exit 0`. */
function inList({ first, rest }: Item, around: Around): readonly Guard[] {
  const names = namesOf(first);
  return rest.flatMap(({ pipeline }) => {
    const [command] = pipeline.commands;
    const body: Script =
      command?.kind === "group" ? command.body : [{ first: pipeline, rest: [], background: false }];
    return guardOf(names, body, around);
  });
}

function guardOf(names: readonly string[], body: Script, around: Around): readonly Guard[] {
  if (names.length === 0) return [];
  const ends = body.flatMap((item) => endOf(item, around));
  if (ends.length === 0 || ends.some(({ how }) => how === "badly")) return [];
  const returns = ends.some(({ how }) => how === "returns");
  // Whoever returns from no function ends the script.
  const leftFunction = returns ? around.own : null;
  return [{ leaves: ends.map(({ simple }) => simple), names, leftFunction }];
}

type End = { readonly simple: Simple; readonly how: "exits" | "returns" | "badly" };

function endOf({ first, rest }: Item, { functions }: Around): readonly End[] {
  const [simple] = first.commands;
  if (simple?.kind !== "simple" || rest.length > 0) return [];
  const name = literal(simple.words[0]) ?? "";
  if (name === "exit" || name === "return") {
    const isWell = simple.words.length === 1 || literal(simple.words[1]) === "0";
    return [{ simple, how: !isWell ? "badly" : name === "exit" ? "exits" : "returns" }];
  }
  const helper = functions.get(name)?.body;
  const last = helper?.kind === "group" ? helper.body.at(-1) : undefined;
  const inner = last ? endOf(last, { functions: new Map(), own: null }) : [];
  return inner.flatMap(({ how }) => (how === "returns" ? [] : [{ simple, how }]));
}

const pipelinesOf = ({ first, rest }: Item): readonly Pipeline[] => [
  first,
  ...rest.map(({ pipeline }) => pipeline),
];

const namesIn = (item: Item): readonly string[] => pipelinesOf(item).flatMap(namesOf);

/** The variables whose emptiness a command asks. */
function namesOf({ commands }: Pipeline): readonly string[] {
  return commands.flatMap((command) => {
    if (command.kind === "test") return askedIn(command.words);
    if (command.kind !== "simple") return [];
    const name = literal(command.words[0]);
    return name === "[" || name === "test" ? askedIn(command.words.slice(1)) : [];
  });
}

function askedIn(words: readonly Word[]): readonly string[] {
  return words.flatMap((word, at) => {
    const before = literal(words[at - 1]) ?? "";
    const sign = literal(words[at + 1]) ?? "";
    const isAsked =
      /^-[zn]$/.test(before) || (/^(=|==|!=)$/.test(sign) && literal(words[at + 2]) === "");
    const name = variableOf(word);
    return isAsked && name !== null ? [name] : [];
  });
}

/** The one variable that a word stands for, with nothing in its place where it is empty; null for any other word. */
export function variableOf({ parts }: Word): string | null {
  const [part, ...more] = parts.filter((each) => each.kind !== "text" || each.text !== "");
  if (part?.kind !== "variable" || more.length > 0 || part.index !== null) return null;
  return (part.otherwise ?? "") === "" && /^[A-Za-z_]/.test(part.name) ? part.name : null;
}
