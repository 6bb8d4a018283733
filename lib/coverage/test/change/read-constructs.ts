import type { Language } from "../../language/language.ts";
import type { Hunk, PatchLine } from "../../patch/read-patch.ts";
import { settledLines } from "../../patch/settled-lines.ts";
import { codeLines } from "./code-lines.ts";
import { caseOf, functionOf, indentOf, is, type Line, readLine } from "./read-line.ts";
import {
  type Case,
  closeScopes,
  isBare,
  isOff,
  OUTERMOST,
  openScope,
  type Scope,
  tableOf,
} from "./scopes.ts";

/** One line of code in a patch, and where it stands. */
export type Construct = {
  readonly line: PatchLine;
  readonly hunk: number;
  /** Changed lines between the same two unchanged case openings share a region. */
  readonly region: number;
  readonly read: Line;
  readonly indent: number;
  /** What is around it, not what it opens. */
  readonly around: Scope;
  /** The case that it opens. */
  readonly opens: Case | null;
  readonly row: boolean;
  /** Changed only in place or in form. */
  readonly settled: boolean;
};

type Side = {
  readonly name: "old" | "new";
  readonly stack: Scope[];
  /** What the lines above said about the next function: that it is a case, that it is turned off. */
  mark: PatchLine["kind"] | null;
  markIndent: number;
  off: boolean;
};
type Reading = { region: number; readonly hunk: number; readonly constructs: Construct[] };
type Seen = {
  readonly line: PatchLine;
  readonly read: Line;
  readonly indent: number;
  readonly settled: boolean;
};

const ANNOTATION = /^\s*(?:@|#\[|\[|\*|\/\*)/;
const CALL = /^\s*(?:[@#[*]|yield\b|[\w.\\]+\s*\()/;
// What marks the function of a heading stands above it and is not seen.
const TAKES_NOTHING = /\(\s*\)[^()]*$/;
const CLOSES = /^\s*[)\]}]/;
const HOLDS_NOTHING = /^\s*[)\]}]|^\W*$|^\s*(?:pass|return|end)\s*;?$/;
const BEGINS_BODY = /[{([:,>|=]$|\bdo\b/;

/** The lines of code in a patch with the test cases that they stand in, hunk by hunk. `named`: the path is a test by its name. */
export function readConstructs(
  language: Language,
  hunks: readonly Hunk[],
  named: boolean,
): readonly Construct[] {
  const settled = settledLines(hunks);
  const constructs: Construct[] = [];
  let region = 0;
  for (const [index, hunk] of hunks.entries()) {
    const here: Reading = { constructs, region: region + 1, hunk: index };
    const sides = [
      openSide(language, hunk, "old", named),
      openSide(language, hunk, "new", named),
    ] as const;
    const lines = codeLines(language, hunk);
    const last = lines.findLastIndex(({ kind }) => kind !== "context");
    let at = -1;
    for (const line of lines) {
      at += 1;
      // Below the last change only the rest of a case that changed says something.
      if (at > last + 1 && !sides.some(isOpen)) break;
      const indent = indentOf(line.text);
      const read = readLine(language, line.text, line.kind !== "context", indent);
      const seen: Seen = { line, read, indent, settled: settled.has(line) };
      if (line.kind !== "added") step(here, sides[0], seen);
      if (line.kind !== "removed") step(here, sides[1], seen);
    }
    region = here.region;
  }
  return constructs;
}

function openSide(language: Language, hunk: Hunk, name: Side["name"], named: boolean): Side {
  const side: Side = { name, stack: [], mark: null, markIndent: 0, off: false };
  if (hunk.heading === null) return side;
  const read = readLine(language, hunk.heading, false);
  const line: PatchLine = { kind: "context", text: hunk.heading, line: hunk.lines[0]?.line ?? 0 };
  const unmarked = named && language.marks.length > 0 && TAKES_NOTHING.test(read.text);
  const title = caseOf(read) ?? (unmarked ? functionOf(read) : null);
  const at = { hunk: -1, region: 0 };
  const opened = title === null ? null : newCase(title, "context", line, 0, at);
  side.stack.push(openScope(OUTERMOST, 0, read, opened, true));
  return side;
}

function isOpen({ stack, mark, off }: Side): boolean {
  return mark !== null || off || stack.some((scope) => scope.case && scope.case.kind !== "context");
}

function step(reading: Reading, side: Side, seen: Seen): void {
  const { line, read, indent } = seen;
  const { around, before } = closeScopes(side.stack, read, indent);
  const opens = openCase(reading, side, seen);
  noteSkip(side, seen, around, opens);
  if (side.name === "new" && !opens) countBody(around.case, seen);
  // A context line is read once, as it stands now.
  if (line.kind !== "context" || side.name === "new") {
    const { hunk, region } = reading;
    const row = line.kind !== "context" && isRow(read, around, before);
    const { settled } = seen;
    reading.constructs.push({ line, read, indent, settled, hunk, region, around, opens, row });
  }
  side.stack.push(openScope(around, indent, read, opens));
}

function openCase(reading: Reading, side: Side, { line, read, indent, settled }: Seen) {
  if (is(read, "mark")) {
    side.mark = line.kind;
    side.markIndent = indent;
  }
  const title = caseOf(read) ?? (side.mark === null ? null : functionOf(read));
  if (title === null) {
    // An annotation, of one line or of several, belongs to the function below it and to nothing after that.
    const goesOn = side.mark === null || ANNOTATION.test(read.text) || CLOSES.test(read.text);
    if (!goesOn && !is(read, "mark") && indent <= side.markIndent) side.mark = null;
    return null;
  }
  const marked = side.mark !== null && functionOf(read) !== null;
  const kind = marked && line.kind === "context" && side.mark !== null ? side.mark : line.kind;
  side.mark = null;
  const shown = settled && line.kind !== "context" ? "context" : kind;
  if (shown === "context" && !settled && side.name === "new") reading.region += 1;
  return newCase(title, shown, line, indent, reading);
}

function newCase(
  name: string,
  kind: Case["kind"],
  line: PatchLine,
  indent: number,
  { hunk, region }: { hunk: number; region: number },
): Case {
  const counts = { body: 0, moved: 0, assertions: 0 };
  const at = { line: line.line, indent, hunk, region };
  return { name, kind, ...at, off: false, conditional: false, ...counts };
}

/** A skip says something about its own case, the one below it, or the one whose first level it stands on; deeper it is a condition. */
function noteSkip(side: Side, { read }: Seen, around: Scope, opens: Case | null): void {
  if (opens) {
    opens.off = is(read, "skip") || side.off || isOff(around);
    opens.conditional = is(read, "condition");
    if (opens.off || !BEGINS_BODY.test(read.text.slice(-200))) opens.body += 1;
    if (is(read, "assertion") && !is(read, "guard")) opens.assertions += 1;
    side.off = false;
    return;
  }
  if (is(read, "skip")) {
    if (ANNOTATION.test(read.text)) side.off = true;
    else if (around.case?.indent === around.indent) around.case.off = true;
    else side.off = false;
  } else if (side.off && !ANNOTATION.test(read.text)) side.off = false;
}

function countBody(owner: Case | null, { line, read, settled }: Seen): void {
  if (owner === null || owner.kind === "context") return;
  if (HOLDS_NOTHING.test(read.text) || is(read, "skip")) return;
  owner.body += 1;
  if (settled) owner.moved += 1;
  if (line.kind === "added" && !settled && is(read, "assertion")) owner.assertions += 1;
}

function isRow(read: Line, around: Scope, before: Scope | undefined): boolean {
  if (CLOSES.test(read.text)) return false;
  if (tableOf(around) === "rows") return true;
  if (around.distant && before?.line && is(before.line, "listed") && is(read, "listed"))
    return true;
  return is(read, "row") && (isBare(around) || around.distant || CALL.test(read.text));
}
