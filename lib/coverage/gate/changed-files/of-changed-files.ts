import type { FileFilter, FileOutput, FilterPattern } from "./file-filter.ts";
import { type FilterStep, outputOf, patternsIn, setInput } from "./filter-step.ts";
import { namedPatterns, type PatternText, patternLines } from "./read-patterns.ts";

const ELSEWHERE = [
  "files_from_source_file",
  "files_ignore_from_source_file",
  "files_yaml_from_source_file",
  "files_ignore_yaml_from_source_file",
];
const OTHERWISE = ["since_last_remote_commit", "dir_names", "negation_patterns_first", "path"];
const SEPARATORS = ["files_separator", "files_ignore_separator"];

/** The outputs of a step that lists changed files; those of a named list begin with its name. Source: the README of tj-actions/changed-files, which step-security/changed-files repeats: `files` and `files_ignore` hold a glob a line, `files_yaml` and `files_ignore_yaml` lists of them by name, what is ignored stands behind the others with a `!`. */
export function ofChangedFiles(step: FilterStep): readonly FileOutput[] {
  const filters = [...namedFilters(step), ...plainFilter(step)];
  return filters.flatMap((filter) => {
    const under = filter.name === null ? "" : `${filter.name}_`;
    return ["changed", "modified"].flatMap((word) => [
      outputOf(step, `${under}any_${word}`, "any", filter),
      outputOf(step, `${under}only_${word}`, "only", filter),
      outputOf(step, `${under}all_${word}_files_count`, "count", filter),
      ...(step.inputs.get("json") === "true"
        ? []
        : [outputOf(step, `${under}all_${word}_files`, "list", filter)]),
    ]);
  });
}

function plainFilter(step: FilterStep): readonly FileFilter[] {
  const elsewhere = setInput(step, ELSEWHERE.slice(0, 2));
  const patterns = anyFirst([
    ...linesOf(patternsIn(step, "files")),
    ...linesOf(patternsIn(step, "files_ignore")).map(ignored),
  ]);
  if (patterns.length === 0 && elsewhere === null) return [];
  const separator = SEPARATORS.find((name) => step.inputs.has(name));
  const unclear = unclearOf(step) ?? (separator === undefined ? null : `it has ${separator}`);
  const line = patterns[0]?.line ?? step.place.line;
  return [{ ...common(step), name: null, patterns, line, unclear }];
}

function namedFilters(step: FilterStep): readonly FileFilter[] {
  const found = new Map<string, FileFilter>();
  for (const input of ["files_yaml", "files_ignore_yaml"]) {
    const source = patternsIn(step, input);
    const read = source && namedPatterns(source);
    if (!read) continue;
    if (!read.known) return [];
    for (const { name, line, patterns } of read.value) {
      const before = found.get(name);
      const more = input === "files_yaml" ? patterns : patterns.map(ignored);
      found.set(name, {
        ...common(step),
        name,
        line: before?.line ?? line ?? step.place.line,
        patterns: [...(before?.patterns ?? []), ...more],
        unclear: unclearOf(step),
      });
    }
  }
  return [...found.values()];
}

const common = ({ action, place: { file } }: FilterStep) =>
  ({ action, file, mode: "last", wants: null }) as const;

/** Why it cannot be told what the action looks at; null where it can. */
function unclearOf(step: FilterStep): string | null {
  const elsewhere = setInput(step, ELSEWHERE);
  if (elsewhere !== null) return `its patterns stand in ${step.inputs.get(elsewhere)?.trim()}`;
  const otherwise = setInput(step, OTHERWISE);
  return otherwise === null ? null : `it has ${otherwise}`;
}

const linesOf = (source: PatternText | null): readonly FilterPattern[] =>
  (source === null ? [] : patternLines(source)).map((line) =>
    line.pattern.endsWith("/") ? { ...line, pattern: `${line.pattern}**` } : line,
  );

const ignored = (line: FilterPattern): FilterPattern => ({
  ...line,
  pattern: line.pattern.startsWith("!") ? line.pattern : `!${line.pattern}`,
});

/** In a plain list `**` comes first, wherever it stands. */
const anyFirst = (lines: readonly FilterPattern[]): readonly FilterPattern[] =>
  lines.toSorted((a, b) => Number(b.pattern === "**") - Number(a.pattern === "**"));
