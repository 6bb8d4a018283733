import { joinPath } from "./join-path.ts";
import { readShell } from "./shell/read-shell.ts";
import type { Block, ShellCommand } from "./shell/shell-command.ts";

/** One simple command of a shell script. */
export type Command = {
  readonly words: readonly string[];
  /** Where it runs, relative to the root of the repository, "" for the root. */
  readonly directory: string;
};

/** The commands of a script in order, following `cd`; quotes are taken off, expansions are not evaluated, and what only starts another command is left out. */
export function readCommands(script: string, workingDirectory: string): readonly Command[] {
  const commands: Command[] = [];
  const left: { readonly block: Block; readonly directory: string }[] = [];
  let directory = workingDirectory;
  for (const command of readShell(script)) {
    const around = blocksAround(command);
    for (let top = left.at(-1); top && !around.includes(top.block); top = left.at(-1)) {
      directory = top.directory;
      left.pop();
    }
    for (const block of around)
      if (block.kind === "subshell" && !left.some((each) => each.block === block))
        left.push({ block, directory });
    const words = startedBy(command.words.flatMap((word) => wordsOf(word, around)));
    const [program, to] = words;
    if (program === "cd" && to !== undefined) directory = joinPath(directory, to);
    else if (program !== undefined) commands.push({ words, directory });
  }
  return commands;
}

/** The blocks around a command, the outermost first. */
function blocksAround({ block }: ShellCommand): readonly Block[] {
  const blocks: Block[] = [];
  for (let here = block; here !== null; here = here.outer) blocks.unshift(here);
  return blocks;
}

/** A word without quotes; one that only names what a loop goes through becomes all of that. */
function wordsOf(raw: string, around: readonly Block[]): readonly string[] {
  const name = /^"?\$\{?([A-Za-z_]\w*)\}?"?$/.exec(raw)?.[1];
  const loop = around.findLast((block) => block.kind === "loop" && block.name === name);
  return (loop?.list ?? [raw]).map(plain);
}

const WORKSPACE = /\$\{\{\s*github\.workspace\s*\}\}|\$\{GITHUB_WORKSPACE\}/g;

const plain = (raw: string): string =>
  raw
    .replace(WORKSPACE, "$GITHUB_WORKSPACE")
    .replace(/['"]/g, "")
    .replace(/^\$GITHUB_WORKSPACE(?=\/|$)/, "/.");

/** The words of the command that wrappers start: `sudo`, `timeout 30`, `env A=1`. */
function startedBy(words: readonly string[]): readonly string[] {
  let at = 0;
  for (;;) {
    const word = words[at] ?? "";
    const isWrapper = /^(sudo|exec|command|timeout|xvfb-run|env)$/.test(word);
    if (!isWrapper && !/^[A-Za-z_]\w*=/.test(word)) return words.slice(at);
    at += 1;
    if (word !== "timeout" && word !== "xvfb-run") continue;
    while (words[at]?.startsWith("-")) at += 1;
    if (word === "timeout") at += 1;
  }
}
