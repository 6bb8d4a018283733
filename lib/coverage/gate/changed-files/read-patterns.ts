import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { FilterPattern } from "./file-filter.ts";

/** A text that holds patterns, and the line of its first line; null where its lines stand nowhere in the file. */
export type PatternText = { readonly text: string; readonly line: number | null };

export type NamedPatterns = {
  readonly name: string;
  readonly line: number | null;
  readonly patterns: readonly FilterPattern[];
};

const PATTERNS_MAX = 500;
const NAMES_MAX = 200;
const DEPTH_MAX = 8;
/** Each has to be looked for in the whole text. */
const ALIASES_MAX = 200;

/** Patterns of a list, one a line, in their order. */
export function patternLines({ text, line }: PatternText): readonly FilterPattern[] {
  return text
    .split("\n")
    .slice(0, PATTERNS_MAX)
    .flatMap((each, at) => {
      const pattern = each.trim();
      if (pattern === "") return [];
      return [{ pattern, line: line === null ? null : line + at, byStatus: false }];
    });
}

/** The named lists of patterns in a YAML text, lists in lists laid flat; unknown with a sentence's end where it is not one. */
export function namedPatterns(source: PatternText): Known<readonly NamedPatterns[]> {
  const lines = new LineCounter();
  // A text of anchors that multiply or of a thousand brackets makes the parser throw.
  try {
    const document = parseDocument(source.text, {
      lineCounter: lines,
      merge: true,
      schema: "failsafe",
      prettyErrors: false,
      logLevel: "error",
      uniqueKeys: false,
    });
    const { contents } = document;
    if (document.errors.length > 0 || !isMap(contents)) return unknown(NOT_YAML);
    const lineAt = (offset: number | undefined) =>
      source.line === null || offset === undefined
        ? null
        : source.line + lines.linePos(offset).line - 1;
    return known(namedIn(document, contents, lineAt));
  } catch {
    return unknown(NOT_YAML);
  }
}

const NOT_YAML = "its patterns are no YAML that can be read";

type LineAt = (offset: number | undefined) => number | null;

function namedIn(document: Document, map: YAMLMap, lineAt: LineAt): readonly NamedPatterns[] {
  const left = { aliases: ALIASES_MAX };
  return map.items.slice(0, NAMES_MAX).flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const patterns: FilterPattern[] = [];
    collect(document, value, { patterns, lineAt, left, byStatus: false }, 0);
    return [{ name: String(key.value), line: lineAt(key.range?.[0]), patterns }];
  });
}

type Into = {
  readonly patterns: FilterPattern[];
  readonly lineAt: LineAt;
  readonly left: { aliases: number };
  readonly byStatus: boolean;
};

function collect(document: Document, node: unknown, into: Into, depth: number): void {
  if (depth > DEPTH_MAX || into.patterns.length > PATTERNS_MAX)
    throw new Error("too many patterns");
  if (isAlias(node)) {
    into.left.aliases -= 1;
    if (into.left.aliases < 0) throw new Error("too many aliases");
    collect(document, node.resolve(document), into, depth + 1);
  } else if (isSeq(node)) for (const item of node.items) collect(document, item, into, depth + 1);
  else if (isMap(node)) {
    for (const { value } of node.items)
      collect(document, value, { ...into, byStatus: true }, depth + 1);
  } else if (isScalar(node)) {
    const line = into.lineAt(node.range?.[0]);
    for (const each of (typeof node.value === "string" ? node.value : "").split("\n")) {
      const pattern = each.trim();
      if (pattern !== "") into.patterns.push({ pattern, line, byStatus: into.byStatus });
    }
  }
}
