import type { Language } from "./language.ts";

/** What one line of code is; more than one of them where it opens a case and asserts at once. */
export type Traits = {
  /** Opens a case; the name is empty where the line has none. */
  readonly case: string | null;
  readonly mark: boolean;
  /** Opens a function of that name. */
  readonly function: string | null;
  readonly scope: boolean;
  readonly table: boolean;
  readonly row: boolean;
  readonly listed: boolean;
  /** How many elements a table in one line separates; null where the line is none. */
  readonly list: number | null;
  readonly condition: boolean;
  readonly skip: boolean;
  readonly focus: boolean;
  readonly assertion: boolean;
  readonly guard: boolean;
  readonly import: boolean;
};

// No construct begins later in a line, and a line of a megabyte must cost no more than another.
const READ_AT_MOST = 400;
const INDENT_AT_MOST = 8;
const OPENS = /[{[(,`]$/;
const ONLY_CLOSES = /^\s*[)\]};,]*$/;

const NOTHING: Traits = {
  case: null,
  mark: false,
  function: null,
  scope: false,
  table: false,
  row: false,
  listed: false,
  list: null,
  condition: false,
  skip: false,
  focus: false,
  assertion: false,
  guard: false,
  import: false,
};

/** What a line of code says about the tests around it, by the table of its language; only its first 400 characters are read. Of a line that did not change, only what matters to the lines below it. */
export function readLine(language: Language, line: string, changed: boolean): Traits {
  const text = line
    .slice(0, READ_AT_MOST)
    .replace(/^\s{9,}/, (indent) => indent.slice(0, INDENT_AT_MOST))
    .trimEnd();
  if (ONLY_CLOSES.test(text)) return NOTHING;
  const has = (patterns: readonly RegExp[]) => matches(patterns, text);
  const opens = firstMatch(language.cases, text);
  const called = opens === null ? firstMatch(language.functions, text) : null;
  const guard = changed && has(language.guards);
  const asserts = called === null && (changed || OPENS.test(text));
  return {
    case: opens,
    mark: has(language.marks),
    function: called,
    scope: has(language.scopes),
    table: has(language.tables),
    row: changed && has(language.rows),
    listed: has(language.listed),
    list: changed && has(language.lists) ? text.split(",").length : null,
    condition: has(language.conditions),
    skip: has(language.skips),
    focus: changed && has(language.focuses),
    assertion: asserts && (guard || has(language.assertions)),
    guard,
    import: changed && has(language.imports),
  };
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.length > 0 && joined(patterns).some((pattern) => pattern.test(text));
}

function firstMatch(patterns: readonly RegExp[], text: string): string | null {
  if (!matches(patterns, text)) return null;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return (found[1] ?? "").trim();
  }
  return null;
}

// Most lines match nothing: one pattern that holds all says so at once.
const joins = new WeakMap<readonly RegExp[], readonly RegExp[]>();

function joined(patterns: readonly RegExp[]): readonly RegExp[] {
  const known = joins.get(patterns);
  if (known) return known;
  const groups = Map.groupBy(patterns, ({ flags }) => flags);
  const made = [...groups].map(
    ([flags, some]) => new RegExp(some.map(({ source }) => `(?:${source})`).join("|"), flags),
  );
  joins.set(patterns, made);
  return made;
}
