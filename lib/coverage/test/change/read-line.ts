import type { Language } from "../../language/language.ts";

/** A line of code as its language sees it. What it is gets found out when it is asked, and once: most lines are asked little. */
export type Line = {
  readonly language: Language;
  /** Its first 400 characters, with hardly any indent. */
  readonly text: string;
  /** Of a line that did not change, only what matters to the lines below it is told. */
  readonly changed: boolean;
  readonly onlyCloses: boolean;
  /** Bits of the traits that were asked, and of those that it has. */
  asked: number;
  has: number;
  opensCase: string | null | undefined;
  opensFunction: string | null | undefined;
};

/** What a line may be besides a case or a function; more than one of them at once. */
type Trait = keyof typeof TRAITS;

const TRAITS = {
  mark: { bit: 1, patterns: "marks", ofContext: true },
  scope: { bit: 2, patterns: "scopes", ofContext: true },
  table: { bit: 4, patterns: "tables", ofContext: true },
  row: { bit: 8, patterns: "rows", ofContext: false },
  listed: { bit: 16, patterns: "listed", ofContext: true },
  list: { bit: 32, patterns: "lists", ofContext: false },
  condition: { bit: 64, patterns: "conditions", ofContext: true },
  skip: { bit: 128, patterns: "skips", ofContext: true },
  focus: { bit: 256, patterns: "focuses", ofContext: false },
  assertion: { bit: 512, patterns: "assertions", ofContext: true },
  guard: { bit: 1024, patterns: "guards", ofContext: false },
  import: { bit: 2048, patterns: "imports", ofContext: false },
} as const;

// No construct begins later in a line, and a line of a megabyte must cost no more than another.
const READ_AT_MOST = 400;
// No pattern asks for more.
const INDENT_AT_MOST = 2;
const OPENS = /[{[(,`]$/;
const ONLY_CLOSES = /^\s*[)\]};,]*$/;

/** A line of code, to be asked what it is by the table of its language; only its first 400 characters are read. */
export function readLine(
  language: Language,
  line: string,
  changed: boolean,
  indent = indentOf(line),
): Line {
  const text = line.slice(Math.max(0, indent - INDENT_AT_MOST), READ_AT_MOST).trimEnd();
  const onlyCloses = ONLY_CLOSES.test(text);
  const unasked = { asked: 0, has: 0, opensCase: undefined, opensFunction: undefined };
  return { language, text, changed, onlyCloses, ...unasked };
}

/** How many characters of space a line begins with, 400 at most. */
export function indentOf(text: string): number {
  const end = Math.min(text.length, READ_AT_MOST);
  let at = 0;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return code > 127 && /\s/.test(String.fromCharCode(code));
}

/** Whether a line has a trait. */
export function is(line: Line, trait: Trait): boolean {
  const { bit } = TRAITS[trait];
  if ((line.asked & bit) === 0) {
    line.asked |= bit;
    if (!line.onlyCloses && find(line, trait)) line.has |= bit;
  }
  return (line.has & bit) !== 0;
}

function find(line: Line, trait: Trait): boolean {
  const { patterns, ofContext } = TRAITS[trait];
  if (!ofContext && !line.changed) return false;
  if (trait === "assertion") {
    if (!line.changed && !OPENS.test(line.text)) return false;
    if (functionOf(line) !== null) return false;
    if (is(line, "guard")) return true;
  }
  return matches(line.language[patterns], line.text);
}

/** The name of the case that a line opens, empty where the line has none; null when it opens none. */
export function caseOf(line: Line): string | null {
  if (line.opensCase === undefined) {
    line.opensCase = line.onlyCloses ? null : firstMatch(line.language.cases, line.text);
  }
  return line.opensCase;
}

/** The name of the function that a line opens and that is no case by its look; null when it opens none. */
export function functionOf(line: Line): string | null {
  if (line.opensFunction === undefined) {
    const none = line.onlyCloses || caseOf(line) !== null;
    line.opensFunction = none ? null : firstMatch(line.language.functions, line.text);
  }
  return line.opensFunction;
}

/** How many elements a table in one line separates; null where the line is none. */
export function listLength(line: Line): number | null {
  return is(line, "list") ? line.text.split(",").length : null;
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  if (patterns.length === 0) return false;
  for (const pattern of joined(patterns)) if (pattern.test(text)) return true;
  return false;
}

function firstMatch(patterns: readonly RegExp[], text: string): string | null {
  if (!matches(patterns, text)) return null;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return (found[1] ?? "").trim();
  }
  return null;
}

// Most lines match nothing: one pattern for all that begin at the start of a line, and one for the others, says so at once.
const joins = new WeakMap<readonly RegExp[], readonly RegExp[]>();
const START = "^\\s*";

function joined(patterns: readonly RegExp[]): readonly RegExp[] {
  const known = joins.get(patterns);
  if (known) return known;
  const kind = ({ flags, source }: RegExp) => `${flags} ${fromStart(source)}`;
  const made = [...Map.groupBy(patterns, kind).values()].map(join);
  joins.set(patterns, made);
  return made;
}

function join(patterns: readonly RegExp[]): RegExp {
  const sources = patterns.map(({ source }) => source);
  const all = sources.every(fromStart);
  const rest = all ? sources.map((source) => source.slice(START.length)) : sources;
  const either = rest.map((source) => `(?:${source})`).join("|");
  return new RegExp(all ? `${START}(?:${either})` : either, patterns[0]?.flags);
}

// What stands beside an alternative on the highest level is not behind the start.
function fromStart(source: string): boolean {
  return source.startsWith(START) && !hasOuterAlternative(source);
}

function hasOuterAlternative(source: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === "\\") at += 1;
    else if (inClass) inClass = sign !== "]";
    else if (sign === "[") inClass = true;
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    else if (sign === "|" && depth === 0) return true;
  }
  return false;
}
