import {
  type Cursor,
  inside,
  NotAScript,
  skipBlanks,
  skipSeparators,
  standsHere,
  take,
  takeNewline,
} from "./cursor.ts";
import { readCompound } from "./read-compound.ts";
import { readSimple } from "./read-simple.ts";
import type { Command, Item, Pipeline, Script } from "./script.ts";

/** A shell script as the commands that it is made of; null when it cannot be read as one (of another language, broken, or nested beyond reason). Source: the shell grammar of bash, as far as workflow files use it. */
export function readScript(text: string): Script | null {
  const cursor: Cursor = { text, at: 0, depth: 0, pending: [], readList };
  try {
    const script = readList(cursor, []);
    return cursor.at >= text.length ? script : null;
  } catch (error) {
    if (error instanceof NotAScript) return null;
    throw error;
  }
}

function readList(cursor: Cursor, ends: readonly string[]): Script {
  return inside(cursor, () => {
    const items: Item[] = [];
    for (;;) {
      skipSeparators(cursor);
      if (cursor.at >= cursor.text.length || ends.some((end) => standsHere(cursor, end)))
        return items;
      items.push(readItem(cursor));
    }
  });
}

function readItem(cursor: Cursor): Item {
  const first = readPipeline(cursor);
  const rest: { connector: "&&" | "||"; pipeline: Pipeline }[] = [];
  for (;;) {
    skipBlanks(cursor);
    const connector = take(cursor, "&&") ? "&&" : take(cursor, "||") ? "||" : null;
    if (connector === null) break;
    skipLines(cursor);
    rest.push({ connector, pipeline: readPipeline(cursor) });
  }
  const background = cursor.text[cursor.at] === "&" && take(cursor, "&");
  return { first, rest, background };
}

function readPipeline(cursor: Cursor): Pipeline {
  let negated = false;
  skipBlanks(cursor);
  while (/^!\s/.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
    cursor.at += 1;
    negated = !negated;
    skipBlanks(cursor);
  }
  const commands: Command[] = [readCommand(cursor)];
  for (;;) {
    skipBlanks(cursor);
    if (cursor.text[cursor.at] !== "|" || cursor.text[cursor.at + 1] === "|") break;
    cursor.at += cursor.text[cursor.at + 1] === "&" ? 2 : 1;
    skipLines(cursor);
    commands.push(readCommand(cursor));
  }
  return { negated, commands };
}

function readCommand(cursor: Cursor): Command {
  skipBlanks(cursor);
  const command = readCompound(cursor) ?? readSimple(cursor);
  if (command === null) throw new NotAScript(`no command at ${cursor.at}`);
  return command;
}

function skipLines(cursor: Cursor): void {
  do skipBlanks(cursor);
  while (takeNewline(cursor));
}
