import type { FileFilter, FileOutput, FilterMode } from "./file-filter.ts";
import { type FilterStep, patternsIn, setInput } from "./filter-step.ts";
import { namedPatterns, type PatternText } from "./read-patterns.ts";

const MODES: ReadonlyMap<string, FilterMode> = new Map([
  ["some", "some"],
  ["every", "every"],
  ["some-with-excludes", "some-with-excludes"],
]);

/** The outputs of a step that asks named filters of the changed files: `true` under the name of each that takes one. Source: the README of dorny/paths-filter: `filters` holds lists of globs by name, or the path of a file that does, and `predicate-quantifier` says how the globs of a list work together. */
export function ofPathsFilter(step: FilterStep): readonly FileOutput[] {
  const written = patternsIn(step, "filters");
  if (written === null) return [];
  const path = /[\n:]/.test(written.text.trim()) ? null : written.text.trim();
  const quantifier = step.inputs.get("predicate_quantifier") ?? "some";
  const mode = MODES.get(quantifier);
  const folder = setInput(step, ["working_directory"]);
  const odd = mode ? null : `its predicate-quantifier is ${quantifier}`;
  const filter: FileFilter = {
    action: step.action,
    name: null,
    mode: mode ?? "some",
    patterns: [],
    file: step.place.file,
    line: step.place.line,
    unclear: folder === null ? odd : `it has ${folder}`,
    wants: path === null ? null : path.replace(/^\.\//, ""),
  };
  const prefix = `steps.${step.id}.outputs.`;
  // Whatever the outputs are called, their names stand in a file that is not read yet.
  return path === null
    ? named(prefix, filter, written)
    : [{ path: `${prefix}*`, from: { kind: "filter", asks: "any", filter } }];
}

/** An output with what its filter wants read, as far as that can be read now; else as it was. */
export function withWanted(
  output: FileOutput,
  textOf: (path: string) => string | null,
): readonly FileOutput[] {
  const { path, from } = output;
  if (from.kind === "expression") {
    const reads = from.reads.flatMap((each) => withWanted(each, textOf));
    return [{ path, from: { ...from, reads } }];
  }
  const text = from.filter.wants === null ? null : textOf(from.filter.wants);
  if (text === null) return [output];
  // The lines of another file are none of this one.
  return named(path.replace(/\*$/, ""), { ...from.filter, wants: null }, { text, line: null });
}

function named(prefix: string, filter: FileFilter, source: PatternText): readonly FileOutput[] {
  const read = namedPatterns(source);
  return (read.known ? read.value : []).flatMap(({ name, line, patterns }): FileOutput[] => {
    const own: FileFilter = { ...filter, name, patterns, line: line ?? filter.line };
    return [
      { path: prefix + name, from: { kind: "filter", asks: "any", filter: own } },
      { path: `${prefix}${name}_count`, from: { kind: "filter", asks: "count", filter: own } },
    ];
  });
}
