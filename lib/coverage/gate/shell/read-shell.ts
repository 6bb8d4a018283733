import { readAnyScript } from "./read-script.ts";
import type { Command, Item, Pipeline, Script, Simple } from "./script.ts";
import type { Block, ShellCommand } from "./shell-command.ts";
import { lineCounter } from "./shell-lines.ts";

const BRANCHES_MAX = 50;
/** Words of the shell that lead a command; where its structure could not be read they stand there still. */
const LEADING = /^(do|then|else|elif|fi|done|esac|time|[{}])$/;

/** The simple commands of a shell script in order, each with the blocks around it; what is no shell gives odd commands, never an error. */
export function readShell(text: string): readonly ShellCommand[] {
  const laid: Laid = { commands: [], lineAt: lineCounter(text), block: null };
  layScript(readAnyScript(text), laid, "");
  return laid.commands;
}

type Laid = {
  readonly commands: ShellCommand[];
  readonly lineAt: (at: number) => number;
  block: Block | null;
};

/** `before` is what stands in front of the first command, where that is not another one of the script. */
function layScript(script: Script, laid: Laid, before: string): void {
  for (const [index, item] of script.entries()) layItem(item, laid, index === 0 ? before : "");
}

function layItem({ first, rest }: Item, laid: Laid, before: string): void {
  layPipeline(first, laid, before);
  for (const { connector, pipeline } of rest) layPipeline(pipeline, laid, connector);
}

function layPipeline({ commands, negated }: Pipeline, laid: Laid, before: string): void {
  for (const [index, command] of commands.entries()) {
    const own = { before: index === 0 ? before : "|", piped: index < commands.length - 1 };
    layCommand(command, laid, { ...own, negated: negated && index === 0 });
  }
}

type Around = Pick<ShellCommand, "before" | "piped" | "negated">;

function layCommand(command: Command, laid: Laid, around: Around): void {
  const { before } = around;
  switch (command.kind) {
    case "simple":
      return laySimple(command, laid, around);
    case "test": {
      const words = ["[[", ...command.words.map(({ raw }) => raw), "]]"];
      const { text, at } = command;
      return push(laid, { text, words, assignments: [], redirections: [] }, at, around);
    }
    case "group":
    case "subshell":
      within(laid, { kind: command.kind }, () => layScript(command.body, laid, before));
      return;
    case "function": {
      const { body, name } = command;
      within(laid, { kind: "function", name }, () =>
        body.kind === "group" || body.kind === "subshell"
          ? layScript(body.body, laid, "")
          : layCommand(body, laid, { before: "", piped: false, negated: false }),
      );
      return;
    }
    case "for": {
      const list = command.words.map(({ raw }) => raw);
      within(laid, { kind: "loop", name: command.name, list }, () =>
        layScript(command.body, laid, before),
      );
      return;
    }
    case "while":
      within(laid, { kind: "while" }, () => {
        layScript(command.condition, laid, before);
        layScript(command.body, laid, "");
      });
      if (command.redirections.length > 0) layBehind(command.redirections, laid);
      return;
    case "if":
      return layIf(command, laid, before);
    case "case":
      within(laid, { kind: "case", name: command.word.raw }, () => layArms(command, laid));
      return;
    case "arithmetic":
      return;
  }
}

function laySimple(simple: Simple, laid: Laid, around: Around): void {
  const raws = simple.words.map(({ raw }) => raw);
  const led = raws.findIndex((raw) => !LEADING.test(raw));
  const words = led < 0 ? [] : raws.slice(led);
  const assignments = simple.assignments.map(({ raw }) => raw);
  const { text, redirections, at } = simple;
  if (words.length + assignments.length + redirections.length === 0) return;
  push(laid, { text, words, assignments, redirections }, at, around);
}

type Written = Pick<ShellCommand, "text" | "words" | "assignments" | "redirections">;

function push(laid: Laid, written: Written, at: number, around: Around): void {
  laid.commands.push({ ...written, ...around, line: laid.lineAt(at), block: laid.block });
}

/** What is handed to a loop at its end stands there as a command without words. */
function layBehind(redirections: readonly string[], laid: Laid): void {
  const line = laid.commands.at(-1)?.line ?? 0;
  const rest = { text: "", words: [], assignments: [], before: "", piped: false, negated: false };
  laid.commands.push({ ...rest, redirections, line, block: laid.block });
}

function layIf(
  { branches, otherwise }: Extract<Command, { kind: "if" }>,
  laid: Laid,
  before: string,
): void {
  let earlier: readonly Block[] = [];
  for (const [index, { condition, body }] of branches.entries()) {
    const start = laid.commands.length;
    within(laid, { kind: "if", earlier }, () =>
      layScript(condition, laid, index === 0 ? before : ""),
    );
    const range = { start, end: laid.commands.length };
    const taken = within(laid, { kind: "then", condition: range, earlier }, () =>
      layScript(body, laid, ""),
    );
    earlier = added(earlier, taken);
  }
  if (otherwise) within(laid, { kind: "else", earlier }, () => layScript(otherwise, laid, ""));
}

function layArms({ word, arms }: Extract<Command, { kind: "case" }>, laid: Laid): void {
  let earlier: readonly Block[] = [];
  for (const { patterns, body } of arms) {
    const list = patterns.map(({ raw }) => raw);
    const when = { kind: "when", name: word.raw, list, earlier } as const;
    earlier = added(
      earlier,
      within(laid, when, () => layScript(body, laid, "")),
    );
  }
}

function within(laid: Laid, block: Pick<Block, "kind"> & Partial<Block>, lay: () => void): Block {
  const start = laid.commands.length;
  const usual = { name: "", list: null, condition: null, earlier: [] };
  const own: Block = { ...usual, ...block, outer: laid.block, start, end: start };
  laid.block = own;
  lay();
  laid.block = own.outer;
  own.end = laid.commands.length;
  return own;
}

// A script of endless branches must not be copied for each of them.
const added = (branches: readonly Block[], branch: Block): readonly Block[] =>
  branches.length > BRANCHES_MAX ? branches : [...branches, branch];
