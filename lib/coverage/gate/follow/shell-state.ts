import type { Block, ShellCommand } from "../shell/shell-command.ts";
import { commandOutput } from "./command-output.ts";
import type { Scope } from "./expand-word.ts";
import type { Call, Script } from "./script.ts";
import { ROOT, UNKNOWN } from "./word-signs.ts";

/** What a script asks of the world while it is gone through. */
export type World = {
  readonly exists: (path: string) => boolean;
  /** The text of a script that is sourced; null where it cannot be read. */
  readonly sourced: (path: string) => string | null;
  readonly call: (call: Call) => void;
  /** Counts a step; false once there were too many, and the script ends. */
  readonly goOn: () => boolean;
};

export type Shell = {
  readonly world: World;
  readonly script: Script;
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  readonly functions: Map<string, { commands: readonly ShellCommand[]; block: Block }>;
  directory: string | null;
  args: readonly string[];
  ended: boolean;
  depth: number;
};
export type Part = {
  readonly commands: readonly ShellCommand[];
  readonly lives: Map<Block, boolean | null>;
};

export const DEPTH_MAX = 12;

/** What a word can know in a shell as it stands. */
export function scopeOf(shell: Shell): Scope {
  const scope: Scope = {
    value: (name) => {
      if (name === "0" || name === "BASH_SOURCE" || name === "BASH_SOURCE[@]")
        return shell.script.file === null ? null : `${ROOT}/${shell.script.file}`;
      if (name === "PWD") return shell.directory === null ? null : `${ROOT}/${shell.directory}`;
      return shell.variables.get(name) ?? null;
    },
    args: shell.args,
    output: (command) => {
      if (shell.depth > DEPTH_MAX) return UNKNOWN;
      shell.depth += 1;
      const text = commandOutput(command, { scope, directory: shell.directory });
      shell.depth -= 1;
      return text;
    },
  };
  return scope;
}

/** The pipe that ends in the command before this one, as it is written; null where none does. */
export function pipeBefore(commands: readonly ShellCommand[], index: number): string | null {
  const parts: string[] = [];
  for (let at = index - 1; commands[at]?.piped; at -= 1) {
    parts.unshift(commands[at]?.text ?? "");
    if (commands[at]?.before !== "|") break;
  }
  return parts.length === 0 ? null : parts.join(" | ");
}

/** The words that a command prints. */
export const expandedOutput = (text: string, asked: { scope: Scope; directory: string | null }) =>
  commandOutput(text, asked)
    .split(/\s+/)
    .filter((word) => word !== "");
