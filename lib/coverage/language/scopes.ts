import type { Traits } from "./read-line.ts";

/** A test case that a patch shows: added, removed, or only standing around. */
export type Case = {
  name: string;
  readonly kind: "context" | "added" | "removed";
  readonly line: number;
  readonly indent: number;
  readonly hunk: number;
  region: number;
  /** Turned off, expected to fail, or inside something that is. */
  off: boolean;
  /** Turned off under a condition. */
  conditional: boolean;
  /** Lines of its body that can be seen, those that only moved here, and its new assertions. */
  body: number;
  moved: number;
  assertions: number;
};

/** What stands around a line, read from how far it is indented. */
export type Scope = {
  readonly indent: number;
  readonly case: Case | null;
  /** The function around it that is no case. */
  readonly helper: string | null;
  /** In a block that holds nothing but tests. */
  readonly tests: boolean;
  readonly off: boolean;
  /** Whether the elements directly below are rows of a table of cases, or the list that holds them. */
  readonly table: "rows" | "holder" | null;
  /** In what an assertion of several lines expects. */
  readonly expected: boolean;
  /** The line is only brackets, so that it says nothing about what it opens. */
  readonly bare: boolean;
  /** Not a line that is seen right above, but the top of the hunk or its heading. */
  readonly distant: boolean;
  /** The line has the shape of a row in a list. */
  readonly listed: boolean;
};

export const OUTERMOST: Scope = {
  indent: -1,
  case: null,
  helper: null,
  tests: false,
  off: false,
  table: null,
  expected: false,
  bare: true,
  distant: true,
  listed: false,
};

const CONTINUES = /^\s*(?:[)\]}].*[{([:>]|\{|\}\{)\s*$/;
// A function that is called within an assertion is code, and a snapshot is written by a tool.
const EXPECTS = /^(?!.*(?:=>|\bfunc(?:tion)?\b|[sS]napshot)).*[{[(,`]\s*$/;
const BARE = /^\s*[[\](){}, ]*$/;

export function indentOf(text: string): number {
  return /^\s*/.exec(text.slice(0, 400))?.[0].length ?? 0;
}

/** Leaves the blocks that a line of this indent closes; the innermost one that stays is around it. A line such as `} else {` goes on with the block that it closes. `before` is the line before it in the same block. */
export function closeScopes(
  stack: Scope[],
  text: string,
  indent: number,
): { readonly around: Scope; readonly before: Scope | undefined } {
  let left: Scope | undefined;
  while ((stack.at(-1)?.indent ?? -1) >= indent) left = stack.pop();
  const goesOn = left?.indent === indent && CONTINUES.test(text.slice(0, 400));
  if (goesOn && left) stack.push(left);
  return { around: stack.at(-1) ?? OUTERMOST, before: left?.indent === indent ? left : undefined };
}

/** The block that a line opens for the lines that are indented further. */
export function openScope(
  around: Scope,
  text: string,
  indent: number,
  traits: Traits,
  opened: Case | null,
): Scope {
  const bare = BARE.test(text.slice(0, 400));
  return {
    indent,
    case: opened ?? around.case,
    helper: around.helper ?? (opened || around.case ? null : traits.function),
    tests: around.tests || traits.scope,
    off: around.off || (traits.scope && traits.skip),
    table: tableOf(around, traits, text, bare, indent),
    expected: around.expected || (traits.assertion && EXPECTS.test(text.slice(0, 400))),
    bare,
    distant: false,
    listed: traits.listed,
  };
}

function tableOf(
  around: Scope,
  traits: Traits,
  text: string,
  bare: boolean,
  indent: number,
): Scope["table"] {
  if (traits.table) return text.trimEnd().endsWith("(") ? "holder" : "rows";
  if (!bare) return null;
  if (around.indent === indent) return around.table;
  return around.table === "holder" ? "rows" : null;
}
