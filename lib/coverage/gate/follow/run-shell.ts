import { readShell } from "../shell/read-shell.ts";
import type { Block, ShellCommand } from "../shell/shell-command.ts";
import { expandWord, type Scope } from "./expand-word.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Script } from "./script.ts";
import { assignmentOf } from "./shell-assignment.ts";
import { lives } from "./shell-branches.ts";
import {
  DEPTH_MAX,
  expandedOutput,
  type Part,
  pipeBefore,
  type Shell,
  scopeOf,
  type World,
} from "./shell-state.ts";
import { isUnknown, OUTSIDE, UNKNOWN } from "./word-signs.ts";

const LOOP_MAX = 60;

/** Goes through a script in order, as far as it can be told without running it: variables, folders, loops, functions and conditions; hands on each command that may run. */
export function runShell(script: Script, world: World): void {
  const variables = new Map(script.environment);
  const shell: Shell = {
    world,
    script,
    variables,
    exported: new Set(variables.keys()),
    functions: new Map(),
    directory: script.directory,
    args: script.args,
    ended: false,
    depth: 0,
  };
  runText(shell, script.text);
}

function runText(shell: Shell, text: string): void {
  const commands = readShell(text);
  const part: Part = { commands, lives: new Map() };
  runRange(shell, part, { start: 0, end: commands.length, block: null });
}

type Range = { readonly start: number; readonly end: number; readonly block: Block | null };

function runRange(shell: Shell, part: Part, range: Range): void {
  for (let index = range.start; index < range.end && !shell.ended; ) {
    if (!shell.world.goOn()) return;
    const command = part.commands[index];
    if (!command) return;
    const child = childOf(command, range.block);
    if (child === null) {
      runCommand(shell, part, index);
      index += 1;
    } else {
      runBlock(shell, part, child, index);
      index = Math.max(child.end, index + 1);
    }
  }
}

/** The outermost block around a command that lies inside of `outer`; null when the command itself does. */
function childOf(command: ShellCommand, outer: Block | null): Block | null {
  let child: Block | null = null;
  for (let here = command.block; here && here !== outer; here = here.outer) child = here;
  return child;
}

function runBlock(shell: Shell, part: Part, block: Block, index: number): void {
  const inside = { start: index, end: block.end, block };
  if (block.kind === "function") {
    shell.functions.set(block.name, { commands: part.commands, block });
    return;
  }
  if (/^(then|else|when)$/.test(block.kind) && lives(shell, part, block) === false) return;
  if (block.kind === "loop") runLoop(shell, part, block, inside);
  else if (block.kind === "while") runWhile(shell, part, block, inside);
  else if (block.kind === "subshell") {
    const { directory } = shell;
    runRange(shell, part, inside);
    shell.directory = directory;
    shell.ended = false;
  } else runRange(shell, part, inside);
}

function runLoop(shell: Shell, part: Part, block: Block, inside: Range): void {
  const members = (block.list ?? []).flatMap((word) => expandWord(word, scopeOf(shell)));
  const turns = members.length > LOOP_MAX ? [...members.slice(0, LOOP_MAX), UNKNOWN] : members;
  for (const member of turns) {
    shell.variables.set(block.name, member);
    runRange(shell, { ...part, lives: new Map() }, inside);
  }
}

/** `… | while read name` and `while read name … done < <(…)` go through what is handed to them. */
function runWhile(shell: Shell, part: Part, block: Block, inside: Range): void {
  const first = part.commands[block.start];
  const name = first?.words[0] === "read" ? first.words.at(-1) : undefined;
  const piped = pipeBefore(part.commands, block.start);
  const behind = part.commands[block.end]?.redirections[0] ?? "";
  const asked = { scope: scopeOf(shell), directory: shell.directory };
  let input: readonly string[] = [UNKNOWN];
  if (piped !== null) input = expandedOutput(piped, asked);
  else if (behind.startsWith("<<(")) input = expandedOutput(behind.slice(3, -1), asked);
  for (const member of name === undefined ? [UNKNOWN] : input.slice(0, LOOP_MAX)) {
    if (name !== undefined) shell.variables.set(name, member);
    runRange(shell, { ...part, lives: new Map() }, inside);
  }
}

function runCommand(shell: Shell, part: Part, index: number): void {
  const command = part.commands[index];
  if (!command) return;
  const scope = scopeOf(shell);
  const assigned = command.assignments.map((text) => assignmentOf(text, scope));
  const words = command.words.flatMap((word) => expandWord(word, scope));
  if (words.length === 0) {
    for (const [name, value] of assigned) shell.variables.set(name, value);
    return;
  }
  if (runBuiltin(shell, command, words, scope)) return;
  const place = {
    path: shell.script.place.path,
    line: shell.script.place.line + command.line,
  };
  const own = shell.functions.get(words[0] ?? "");
  if (own && shell.depth < DEPTH_MAX) {
    callFunction(shell, own, words.slice(1));
    return;
  }
  const environment = new Map<string, string>();
  for (const [name, value] of shell.variables)
    if (shell.exported.has(name)) environment.set(name, value);
  for (const [name, value] of assigned) environment.set(name, value);
  const piped = command.before === "" ? null : pipeBefore(part.commands, index);
  const input =
    piped === null ? null : expandedOutput(piped, { scope, directory: shell.directory });
  const { directory, script } = shell;
  shell.world.call({ words, directory, environment, input, text: command.text, place, script });
  if (words[0] === "exec" && words.length > 1 && command.block === null) shell.ended = true;
}

function callFunction(
  shell: Shell,
  { commands, block }: { commands: readonly ShellCommand[]; block: Block },
  args: readonly string[],
): void {
  const kept = shell.args;
  shell.args = args;
  shell.depth += 1;
  runRange(shell, { commands, lives: new Map() }, { start: block.start, end: block.end, block });
  shell.depth -= 1;
  shell.args = kept;
}

/** The shell's own commands; false where it is none of them. */
function runBuiltin(
  shell: Shell,
  command: ShellCommand,
  words: readonly string[],
  scope: Scope,
): boolean {
  const [program = "", ...args] = words;
  if (program === "cd" || program === "pushd") {
    const to = args.find((arg) => !arg.startsWith("-"));
    const path = to === undefined ? null : repositoryPath(shell.directory, to);
    // A folder that the branch does not have is made or fetched by the script.
    const isElsewhere =
      path === null ? to !== undefined && !isUnknown(to) : !shell.world.exists(path);
    shell.directory = isElsewhere ? OUTSIDE : path;
  } else if (/^(export|local|readonly|declare|typeset)$/.test(program)) {
    for (const raw of command.words.slice(1)) {
      const [name, value] = /^[A-Za-z_]\w*\+?=/.test(raw) ? assignmentOf(raw, scope) : [raw, null];
      if (value !== null) shell.variables.set(name, value);
      if (program === "export") shell.exported.add(name);
    }
  } else if (program === "set") {
    if (args[0] === "--") shell.args = args.slice(1);
  } else if (program === "shift") shell.args = shell.args.slice(Number(args[0] ?? 1) || 1);
  else if (program === "unset") for (const name of args) shell.variables.delete(name);
  else if (program === "exit" || program === "return") {
    if (command.block === null && !/^(&&|\|\|)$/.test(command.before)) shell.ended = true;
  } else if ((program === "source" || program === ".") && args[0] !== undefined) {
    const path = repositoryPath(shell.directory, args[0]);
    const text = path === null || shell.depth > DEPTH_MAX ? null : shell.world.sourced(path);
    if (text === null) return isUnknown(args[0]);
    shell.depth += 1;
    runText(shell, text);
    shell.depth -= 1;
  } else return false;
  return true;
}
