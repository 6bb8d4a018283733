import { functionOf, is, type Line } from "./read-line.ts";

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
  /** The line that opened it and what stands around that; null outside of everything. */
  readonly line: Line | null;
  readonly around: Scope | null;
  /** Not a line that is seen right above, but the top of the hunk or its heading. */
  readonly distant: boolean;
};

export const OUTERMOST: Scope = {
  indent: -1,
  case: null,
  line: null,
  around: null,
  distant: true,
};

const CONTINUES = /^\s*(?:[)\]}].*[{([:>]|\{|\}\{)\s*$/;
const OPENS_ALONE = /^\s*\{$/;
// A function that is called within an assertion is code, and a snapshot is written by a tool.
const EXPECTS = /^(?!.*(?:=>|\bfunc(?:tion)?\b|[sS]napshot)).*[{[(,`]$/;
const BARE = /^\s*[[\](){}, ]*$/;
/** A list within a list whose elements belong to the outer one. */
const SPREAD = /^\s*(?:\*|\.{3})\[$/;

/** Leaves the blocks that a line of this indent closes; the innermost one that stays is around it. A line such as `} else {` goes on with the block that it closes. `before` is the line before it in the same block. */
export function closeScopes(
  stack: Scope[],
  line: Line,
  indent: number,
): { readonly around: Scope; readonly before: Scope | undefined } {
  let left: Scope | undefined;
  while ((stack.at(-1)?.indent ?? -1) >= indent) left = stack.pop();
  const before = left?.indent === indent ? left : undefined;
  if (before && goesOnWith(before, line.text)) stack.push(before);
  return { around: stack.at(-1) ?? OUTERMOST, before };
}

// A bracket below brackets is the next element of a list.
function goesOnWith(left: Scope, text: string): boolean {
  return CONTINUES.test(text) && !(isBare(left) && OPENS_ALONE.test(text));
}

/** The block that a line opens for the lines that are indented further. */
export function openScope(
  around: Scope,
  indent: number,
  line: Line,
  opened: Case | null,
  distant = false,
): Scope {
  return { indent, case: opened ?? around.case, line, around, distant };
}

/** The name of the function around that is no case; null when there is none. */
export function helperOf(scope: Scope): string | null {
  const functions = outwards(scope).filter((one) => one.case === null);
  return functions.flatMap(({ line }) => (line ? (functionOf(line) ?? []) : [])).at(-1) ?? null;
}

/** Whether it lies in a block that holds nothing but tests. */
export function holdsTests(scope: Scope): boolean {
  return outwards(scope).some(({ line }) => line !== null && is(line, "scope"));
}

/** Whether it lies in a block of tests that is turned off. */
export function isOff(scope: Scope): boolean {
  return outwards(scope).some(({ line }) => line && is(line, "skip") && is(line, "scope"));
}

/** Whether it lies in what an assertion of several lines expects. */
export function isExpected(scope: Scope): boolean {
  return outwards(scope).some(
    ({ line }) => line && EXPECTS.test(line.text) && is(line, "assertion"),
  );
}

/** Whether the line is only brackets, so that it says nothing about what it opens. */
export function isBare({ line }: Scope): boolean {
  return line === null || BARE.test(line.text);
}

/** Whether the elements directly below are rows of a table of cases, or the list that holds them. */
export function tableOf(scope: Scope): "rows" | "holder" | null {
  const { line, around, indent } = scope;
  if (!line || !around) return null;
  if (is(line, "table")) return line.text.endsWith("(") ? "holder" : "rows";
  if (!isBare(scope)) return SPREAD.test(line.text) ? tableOf(around) : null;
  const table = tableOf(around);
  if (around.indent === indent) return table;
  return table === "holder" ? "rows" : null;
}

function outwards(scope: Scope): readonly Scope[] {
  const scopes: Scope[] = [];
  for (let one: Scope | null = scope; one; one = one.around) scopes.push(one);
  return scopes;
}
