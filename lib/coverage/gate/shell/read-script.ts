import {
  type Cursor,
  inside,
  lineEnd,
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
  const cursor: Cursor = { text, at: 0, depth: 0, pending: [], readList, vain: null };
  try {
    const script = readList(cursor, []);
    return cursor.at >= text.length ? script : null;
  } catch (error) {
    if (error instanceof NotAScript) return null;
    throw error;
  }
}

const VAIN_MAX = 200_000;
/** What giving up costs by itself. */
const VAIN_AT_ONCE = 500;

/** The same for a text that may be no whole script: what cannot be read of it is passed over as long as that takes no time, and what is left of it may be odd. */
export function readAnyScript(text: string): Script {
  const whole = readScript(text);
  if (whole !== null) return whole;
  const cursor: Cursor = { text, at: 0, depth: 0, pending: [], readList, vain: VAIN_MAX };
  return readList(cursor, []);
}

function readList(cursor: Cursor, ends: readonly string[]): Script {
  return inside(cursor, () => {
    const items: Item[] = [];
    for (;;) {
      skipSeparators(cursor);
      if (cursor.at >= cursor.text.length || ends.some((end) => standsHere(cursor, end)))
        return items;
      const item = cursor.vain === null ? readItem(cursor) : readOrPass(cursor);
      if (item !== null) items.push(item);
    }
  });
}

/** The next command; null for one that cannot be read as one and was passed over. */
function readOrPass(cursor: Cursor): Item | null {
  const { at, depth } = cursor;
  const read = attempted(cursor, () => readItem(cursor));
  if (read !== null) return read;
  cursor.vain = (cursor.vain ?? 0) - (cursor.at - at) - VAIN_AT_ONCE;
  if (cursor.vain < 0) cursor.at = cursor.text.length;
  else {
    Object.assign(cursor, { at, depth });
    // What is no compound command after all may still be a plain one.
    const simple = attempted(cursor, () => readSimple(cursor));
    if (simple !== null && cursor.at > at) return itemOf(simple);
    const isSign = /[;&|()<>]/.test(cursor.text[at] ?? "");
    Object.assign(cursor, { at: isSign ? at + 1 : lineEnd(cursor.text, at), depth });
  }
  return null;
}

const itemOf = (command: Command): Item => ({
  first: { negated: false, commands: [command] },
  rest: [],
  background: false,
});

function attempted<Read>(cursor: Cursor, read: () => Read): Read | null {
  const documents = cursor.pending.length;
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotAScript)) throw error;
    cursor.pending.length = Math.min(documents, cursor.pending.length);
    return null;
  }
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
