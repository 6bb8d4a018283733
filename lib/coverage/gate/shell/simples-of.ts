import type { Command, Script, Simple, Word } from "./script.ts";

/** Scripts that words hold: `$( )`. */
export function scriptsOf(simple: Simple): readonly Script[] {
  const words: readonly Word[] = [
    ...simple.words,
    ...simple.assignments.flatMap(({ values }) => ("parts" in values ? [values] : values)),
    ...(simple.input ? [simple.input] : []),
  ];
  return words.flatMap((word) =>
    word.parts.flatMap((part) => (part.kind === "command" ? [part.script] : [])),
  );
}

/** The plain commands of a script in order, without those inside of words. */
export function simplesOf(script: Script): readonly Simple[] {
  return script.flatMap(({ first, rest }) =>
    [first, ...rest.map(({ pipeline }) => pipeline)].flatMap(({ commands }) =>
      commands.flatMap(simplesIn),
    ),
  );
}

function simplesIn(command: Command): readonly Simple[] {
  switch (command.kind) {
    case "simple":
      return [command];
    case "group":
    case "subshell":
    case "for":
      return simplesOf(command.body);
    case "while":
      return [...simplesOf(command.condition), ...simplesOf(command.body)];
    case "if":
      return [
        ...command.branches.flatMap(({ condition, body }) => [
          ...simplesOf(condition),
          ...simplesOf(body),
        ]),
        ...simplesOf(command.otherwise ?? []),
      ];
    case "case":
      return command.arms.flatMap(({ body }) => simplesOf(body));
    case "function":
      return simplesIn(command.body);
    case "test":
    case "arithmetic":
      return [];
  }
}
