import type { Hunk, PatchLine } from "../patch/read-patch.ts";
import { settledLines } from "../patch/settled-lines.ts";
import { codeLines } from "./code-lines.ts";
import type { Language } from "./language.ts";
import { readLine, type Traits } from "./read-line.ts";
import { type Case, closeScopes, indentOf, OUTERMOST, openScope, type Scope } from "./scopes.ts";

/** One line of code in a patch, and where it stands. */
export type Construct = {
  readonly line: PatchLine;
  readonly hunk: number;
  /** Changed lines between the same two unchanged case openings share a region. */
  readonly region: number;
  readonly traits: Traits;
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

const ANNOTATION = /^\s*(?:@|#\[|\[|\*|\/\*)/;
const CALL = /^\s*(?:[@#[*]|yield\b|[\w.\\]+\s*\()/;
const CLOSES = /^\s*[)\]}]/;
const HOLDS_NOTHING = /^\s*[)\]}]|^\W*$|^\s*(?:pass|return|end)\s*;?\s*$/;

/** The lines of code in a patch with the test cases that they stand in, hunk by hunk. */
export function readConstructs(language: Language, hunks: readonly Hunk[]): readonly Construct[] {
  const settled = settledLines(hunks);
  const reading = { region: 0, constructs: [] as Construct[] };
  for (const [index, hunk] of hunks.entries()) {
    const here: Reading = { ...reading, region: reading.region + 1, hunk: index };
    const sides = [openSide(language, hunk, "old"), openSide(language, hunk, "new")] as const;
    for (const line of codeLines(language, hunk)) {
      const traits = readLine(language, line.text, line.kind !== "context");
      if (line.kind !== "added") step(here, sides[0], line, traits, settled.has(line));
      if (line.kind !== "removed") step(here, sides[1], line, traits, settled.has(line));
    }
    reading.region = here.region;
  }
  return reading.constructs;
}

function openSide(language: Language, hunk: Hunk, name: Side["name"]): Side {
  const side: Side = { name, stack: [], mark: null, markIndent: 0, off: false };
  if (hunk.heading === null) return side;
  const traits = readLine(language, hunk.heading, false);
  const line: PatchLine = { kind: "context", text: hunk.heading, line: hunk.lines[0]?.line ?? 0 };
  const opened =
    traits.case === null ? null : newCase(traits.case, "context", line, 0, { hunk: -1, region: 0 });
  const heading = openScope(OUTERMOST, hunk.heading, 0, traits, opened);
  side.stack.push({ ...heading, distant: true });
  return side;
}

function step(
  reading: Reading,
  side: Side,
  line: PatchLine,
  traits: Traits,
  settled: boolean,
): void {
  const indent = indentOf(line.text);
  const { around, before } = closeScopes(side.stack, line.text, indent);
  const opens = openCase(reading, side, line, traits, settled);
  noteSkip(side, line, traits, around, opens);
  if (side.name === "new" && !opens) countBody(around.case, line, traits, settled);
  // A context line is read once, as it stands now.
  if (line.kind !== "context" || side.name === "new") {
    const { hunk, region } = reading;
    const row = isRow(line.text, traits, around, before);
    reading.constructs.push({ line, hunk, region, traits, around, opens, row, settled });
  }
  side.stack.push(openScope(around, line.text, indent, traits, opens));
}

function openCase(
  reading: Reading,
  side: Side,
  line: PatchLine,
  traits: Traits,
  settled: boolean,
): Case | null {
  if (traits.mark) {
    side.mark = line.kind;
    side.markIndent = indentOf(line.text);
  }
  const marked = side.mark !== null && traits.function !== null;
  const name = traits.case ?? (marked ? traits.function : null);
  if (name === null) {
    // An annotation, of one line or of several, belongs to the function below it and to nothing after that.
    const goesOn = ANNOTATION.test(line.text) || CLOSES.test(line.text);
    if (!traits.mark && !goesOn && indentOf(line.text) <= side.markIndent) side.mark = null;
    return null;
  }
  const kind = marked && line.kind === "context" && side.mark !== null ? side.mark : line.kind;
  side.mark = null;
  const shown = settled && line.kind !== "context" ? "context" : kind;
  if (shown === "context" && !settled && side.name === "new") reading.region += 1;
  return newCase(name, shown, line, indentOf(line.text), reading);
}

function newCase(
  name: string,
  kind: Case["kind"],
  line: PatchLine,
  indent: number,
  { hunk, region }: { hunk: number; region: number },
): Case {
  const counts = { body: 0, moved: 0, assertions: 0 };
  return {
    name,
    kind,
    line: line.line,
    indent,
    hunk,
    region,
    off: false,
    conditional: false,
    ...counts,
  };
}

/** A skip says something about its own case, the one below it, or the one whose first level it stands on; deeper it is a condition. */
function noteSkip(
  side: Side,
  line: PatchLine,
  traits: Traits,
  around: Scope,
  opens: Case | null,
): void {
  if (opens) {
    opens.off = around.off || traits.skip || side.off;
    opens.conditional = traits.condition;
    if (opens.off || !/[{([:,>|=]\s*$|\bdo\b/.test(line.text.slice(-200))) opens.body += 1;
    if (traits.assertion && !traits.guard) opens.assertions += 1;
    side.off = false;
  } else if (traits.skip && ANNOTATION.test(line.text)) side.off = true;
  else if (traits.skip && around.case?.indent === around.indent) around.case.off = true;
  else if (!ANNOTATION.test(line.text)) side.off = false;
}

function countBody(owner: Case | null, line: PatchLine, traits: Traits, settled: boolean): void {
  if (owner === null || traits.skip || HOLDS_NOTHING.test(line.text)) return;
  owner.body += 1;
  if (settled) owner.moved += 1;
  if (line.kind === "added" && !settled && traits.assertion) owner.assertions += 1;
}

function isRow(text: string, traits: Traits, around: Scope, before: Scope | undefined): boolean {
  if (CLOSES.test(text)) return false;
  if (around.table === "rows") return true;
  if (traits.listed && around.distant && before?.listed) return true;
  return traits.row && (around.bare || around.distant || CALL.test(text));
}
