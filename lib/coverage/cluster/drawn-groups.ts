import type { ForgeObject } from "../link/endpoint.ts";
import { keyOf } from "../link/endpoint.ts";
import { mayHoldMarks } from "../link/find-marks.ts";
import type { Scope } from "../link/link-repository.ts";
import { nameMatcher } from "../link/name-matcher.ts";
import { type Block, readBlocks } from "../link/read-blocks.ts";
import { readReferences } from "../link/read-references.ts";
import { resolveReference } from "../link/resolve-reference.ts";
import { saysNothing } from "./says-nothing.ts";

/** What a list entry, or the section below a heading, names together. */
export type Drawn = {
  /** The words that it begins with, or the heading. */
  readonly lead: string;
  /** What it names, each once. */
  readonly objects: readonly ForgeObject[];
};

type Entry = {
  readonly indent: number;
  /** Of a list of nothing but references. */
  readonly isReference: boolean;
  readonly lead: string;
  readonly own: ForgeObject[];
  readonly entries: Entry[];
};

const NAMED_MIN = 3;
const BOLD_LINE = /^(?:\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__):?$/;
const LEAD_LINE = /:[*_]{0,3}$/;
const LEAD_MAX = 300;
const FIRST_REFERENCE =
  /^[\s([*_~`]{0,8}(?:[\w.-]{1,100}\/)?[\w.-]{0,100}[#!]\d|^\s{0,3}\[?https?:/;

/** The groups that a tracking text draws, in its order: a list entry, or what stands below a heading, that names three things at least, the innermost first. Paragraphs without a heading, tables, quotations and headings that only say how far the work is draw none. A number that several repositories have counts only where the words around it say which. */
export function drawnGroups(text: string, scope: Scope): readonly Drawn[] {
  if (!mayHoldMarks(text)) return [];
  const drawn: Drawn[] = [];
  for (const section of sectionsOf(text, scope)) {
    const rest = unique([
      ...section.own,
      ...section.entries.flatMap((each) => leftBy(each, drawn)),
    ]);
    draw(drawn, section.lead, rest);
  }
  return drawn;
}

/** Draws the groups within an entry, and gives what it leaves to the one around it. */
function leftBy(entry: Entry, drawn: Drawn[]): readonly ForgeObject[] {
  const inner = entry.entries.flatMap((each) => leftBy(each, drawn));
  const all = unique([...entry.own, ...inner]);
  if (entry.isReference) return all;
  draw(drawn, entry.lead, all);
  return [];
}

function draw(drawn: Drawn[], lead: string, objects: readonly ForgeObject[]): void {
  if (objects.length >= NAMED_MIN && !saysNothing(lead)) drawn.push({ lead, objects });
}

const unique = (objects: readonly ForgeObject[]): readonly ForgeObject[] => [
  ...new Map(objects.map((each) => [keyOf(each), each])).values(),
];

function sectionsOf(text: string, scope: Scope): readonly Entry[] {
  const blocks = readBlocks(text);
  const objects = objectsByLine(text, scope);
  const lines = text.split(/\r\n?|\n/);
  const newSection = (lead: string): Entry => newEntry(-1, lead, false);
  let heading = newSection("");
  let lead: Entry | null = null;
  let open: Entry[] = [];
  const sections = [heading];
  const beginSection = (line: string): Entry => {
    const section = newSection(line);
    sections.push(section);
    open = [];
    return section;
  };
  blocks.forEach((block, index) => {
    if (block.held === "quoted") return;
    const named = namedIn(block, objects, lines);
    const indent = indentOf(lines[block.line - 1] ?? "");
    if (block.kind === "item") {
      open = open.filter((each) => each.indent < indent);
      const entry = newEntry(indent, leadOf(block.text), FIRST_REFERENCE.test(block.text));
      (open.at(-1) ?? lead ?? heading).entries.push(entry);
      open.push(entry);
    } else if (block.kind === "heading" || BOLD_LINE.test(block.text)) {
      heading = beginSection(block.text);
      lead = null;
    } else if (leadsList(block, blocks[index + 1])) {
      lead = beginSection(block.text);
    } else {
      open = open.filter((each) => each.indent < indent);
      if (open.length === 0) lead = null;
    }
    add((open.at(-1) ?? lead ?? heading).own, named);
  });
  return sections;
}

const newEntry = (indent: number, lead: string, isReference: boolean): Entry => ({
  indent,
  isReference,
  lead,
  own: [],
  entries: [],
});

// One block may hold more references than a call takes arguments.
function add(to: ForgeObject[], objects: readonly ForgeObject[]): void {
  for (const each of objects) to.push(each);
}

const leadsList = ({ text }: Block, next: Block | undefined): boolean =>
  text.length <= LEAD_MAX && LEAD_LINE.test(text) && next?.kind === "item";

function namedIn(
  { line, text, kind }: Block,
  objects: ReadonlyMap<number, readonly ForgeObject[]>,
  lines: readonly string[],
): readonly ForgeObject[] {
  const count = text.split("\n").length;
  const own = Array.from({ length: count }, (_, index) => line + index);
  if (kind === "text" && own.some((each) => isRule(lines[each - 1] ?? ""))) return [];
  return own
    .filter((each) => !/^\s{0,8}\|/.test(lines[each - 1] ?? ""))
    .flatMap((each) => objects.get(each) ?? []);
}

/** The line below the head of a table. */
const isRule = (line: string): boolean =>
  /^[\s|:-]{3,}$/.test(line) && line.includes("|") && line.includes("-");

function objectsByLine(text: string, scope: Scope): ReadonlyMap<number, readonly ForgeObject[]> {
  const names = nameMatcher(
    scope.repositories.flatMap(({ alias, fullName }) => [
      alias,
      fullName,
      fullName.slice(fullName.lastIndexOf("/") + 1),
    ]),
  );
  const found = new Map<number, ForgeObject[]>();
  for (const reference of readReferences(text, { names })) {
    const resolved = resolveReference(reference, scope);
    if (resolved.certainty === "ambiguous" || resolved.certainty === "dangling") continue;
    const { to } = resolved;
    if (to.kind !== "pull" && to.kind !== "issue") continue;
    const known = found.get(reference.line);
    if (known) known.push(to);
    else found.set(reference.line, [to]);
  }
  return found;
}

const LEAD_WORDS = /^(?:\*\*|__)([^*_\n]{1,200})(?:\*\*|__)/;
const LEAD_END = /[:#!—–;]|\s-\s|\(\s?[#!]|https?:/;
const LEAD_WORDS_MAX = 120;

/** The words that an entry begins with: those in bold type, or those in front of its first sign or reference. */
function leadOf(text: string): string {
  const bold = LEAD_WORDS.exec(text)?.[1];
  if (bold !== undefined) return bold;
  const start = text.slice(0, LEAD_WORDS_MAX);
  const end = start.search(LEAD_END);
  return end < 0 ? start : start.slice(0, end);
}

function indentOf(line: string): number {
  let indent = 0;
  for (const sign of line) {
    if (sign === " ") indent += 1;
    else if (sign === "\t") indent += 4;
    else break;
  }
  return indent;
}
