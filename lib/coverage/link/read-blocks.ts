import { afterFenced, type Fence, openFence } from "./fence.ts";
import { hideHtml } from "./hide-html.ts";
import { newQuotations, type Quotations } from "./quotations.ts";

export type Block = {
  readonly kind: "text" | "heading" | "item";
  /** Of a heading 1 to 6; 0 for anything else. */
  readonly level: number;
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Its lines without quote marks, list marks and heading marks. */
  readonly text: string;
  /** Why nothing in it is a claim; null when it may be one. */
  readonly held: "quoted" | "unchecked" | null;
};

type Open = Omit<Block, "text"> & { readonly lines: string[]; readonly depth: number };

type State = {
  readonly blocks: Block[];
  open: Open | null;
  fence: Fence | null;
  hiddenUntil: string | null;
  /** Indent of the unchecked task that what follows belongs to. */
  unchecked: number | null;
  inList: boolean;
  blankBefore: boolean;
  readonly quotations: Quotations;
};

type Place = { readonly line: number; readonly depth: number; readonly indent: number };

const LINE_END = /\r\n?|\n/;
const QUOTE = /^[ \t]{0,3}>[ \t]?/;
const QUOTES_MAX = 16;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const TASK = /^\[([ xX])\](?:[ \t]+|$)/;
const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const UNDERLINE = /^(?:={2,}|-{2,})$/;
const CODE_INDENT = 4;

/** Paragraphs, headings and list items of a Markdown text, in order; code blocks and HTML comments are left out, for a forge reads no reference there. Source: CommonMark 0.31, as far as it matters to references. */
export function readBlocks(text: string): readonly Block[] {
  const state: State = {
    blocks: [],
    open: null,
    fence: null,
    hiddenUntil: null,
    unchecked: null,
    inList: false,
    blankBefore: true,
    quotations: newQuotations(),
  };
  text.split(LINE_END).forEach((line, index) => readLine(state, line, index + 1));
  close(state);
  return state.blocks;
}

function readLine(state: State, raw: string, line: number): void {
  const { rest, depth } = unquoted(raw);
  if (state.fence && depth >= state.fence.depth) {
    state.fence = afterFenced(state.fence, rest.trim());
    return;
  }
  state.fence = null;
  const shown = hideHtml(rest, state.hiddenUntil);
  state.hiddenUntil = shown.hiddenUntil;
  const { content, hasTag } = state.quotations.read(shown.text.trim());
  // A tag ends a block, so that a block is quoted as a whole or not at all.
  if (hasTag) close(state);
  const indent = indentOf(shown.text);
  if (content === "") {
    close(state);
    state.blankBefore = true;
    return;
  }
  // An indented code block follows a blank line; within a list the indent is the list's.
  if (indent >= CODE_INDENT && state.blankBefore && !state.inList) return;
  readContent(state, content, { line, depth, indent });
  state.blankBefore = false;
  if (hasTag) close(state);
}

function readContent(state: State, content: string, place: Place): void {
  const { open } = state;
  const heading = HEADING.exec(content);
  if (heading) {
    state.inList = false;
    state.unchecked = null;
    const level = heading[1]?.length ?? 1;
    begin(state, place, { kind: "heading", level }).lines.push(content.slice(heading[0].length));
    close(state);
  } else if (open?.kind === "text" && open.lines.length === 1 && UNDERLINE.test(content)) {
    state.open = { ...open, kind: "heading", level: content.startsWith("=") ? 1 : 2 };
    close(state);
  } else if (ITEM.test(content) || TASK.test(content)) {
    readItem(state, content, place);
  } else {
    readText(state, content, place);
  }
}

function readItem(state: State, content: string, place: Place): void {
  const rest = content.replace(ITEM, "");
  const task = TASK.exec(rest);
  if (state.unchecked === null || place.indent <= state.unchecked) {
    state.unchecked = task?.[1] === " " ? place.indent : null;
  }
  state.inList = true;
  const said = task ? rest.slice(task[0].length) : rest;
  state.fence = openFence(said, place.depth);
  if (state.fence) close(state);
  else begin(state, place, { kind: "item" }).lines.push(said);
}

function readText(state: State, content: string, place: Place): void {
  state.fence = openFence(content, place.depth);
  if (state.fence) {
    close(state);
    return;
  }
  if (state.blankBefore) {
    if (place.indent === 0) state.inList = false;
    if (state.unchecked !== null && place.indent <= state.unchecked) state.unchecked = null;
  }
  const goesOn = state.open?.depth === place.depth ? state.open : null;
  (goesOn ?? begin(state, place, {})).lines.push(content);
}

function begin(state: State, { line, depth }: Place, more: Partial<Open>): Open {
  close(state);
  const isQuoted = depth > 0 || state.quotations.isOpen();
  const held = isQuoted ? "quoted" : state.unchecked === null ? null : "unchecked";
  const open: Open = { kind: "text", level: 0, line, held, lines: [], depth, ...more };
  state.open = open;
  return open;
}

function close(state: State): void {
  if (state.open && state.open.lines.length > 0) {
    const { kind, level, line, held, lines } = state.open;
    state.blocks.push({ kind, level, line, held, text: lines.join("\n") });
  }
  state.open = null;
}

function unquoted(line: string): { rest: string; depth: number } {
  let rest = line;
  let depth = 0;
  for (let mark = QUOTE.exec(rest); mark && depth < QUOTES_MAX; mark = QUOTE.exec(rest)) {
    rest = rest.slice(mark[0].length);
    depth += 1;
  }
  return { rest, depth };
}

function indentOf(line: string): number {
  let indent = 0;
  for (const sign of line) {
    if (sign === " ") indent += 1;
    else if (sign === "\t") indent += CODE_INDENT;
    else break;
  }
  return indent;
}
