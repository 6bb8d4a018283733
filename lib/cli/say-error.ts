import type { Command } from "commander";
import { AppError } from "#/lib/errors.ts";

/** What a person reads when a command fails; wrong usage is followed by how to use it. */
export function sayError(error: unknown, root: Command, args: readonly string[]): string {
  if (!(error instanceof Error)) return `gateline: ${String(error)}`;
  const sentence = `gateline: ${error.message}`;
  if (!(error instanceof AppError)) return error.stack ?? sentence;
  return error.code === "usage"
    ? `${sentence}\n\n${asked(root, args).helpInformation()}`
    : sentence;
}

/** The command that the arguments name, as deep as they name one. */
function asked(command: Command, [first, ...rest]: readonly string[]): Command {
  const child = command.commands.find((candidate) => candidate.name() === first);
  return child ? asked(child, rest) : command;
}
