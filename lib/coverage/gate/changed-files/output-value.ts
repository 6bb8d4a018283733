import { replaceExpressions } from "../condition.ts";
import { evaluate } from "../expression/evaluate.ts";
import { type Contexts, textOf, type Value } from "../expression/value.ts";
import type { Asks, FileFilter, FileOutput } from "./file-filter.ts";
import { filterTakes } from "./filter-takes.ts";

/** What expressions can read of outputs that hang on the changed files, for these files; one that cannot be told is left out. */
export function outputValues(outputs: readonly FileOutput[], files: readonly string[]): Contexts {
  return new Map(
    outputs.flatMap((output): (readonly [string, Value])[] => {
      const value = valueOf(output, files);
      return value === undefined ? [] : [[output.path, value]];
    }),
  );
}

function valueOf({ from }: FileOutput, files: readonly string[]): Value | undefined {
  if (from.kind === "filter") return toldOf(from.filter, from.asks, files);
  const contexts = outputValues(from.reads, files);
  let isTold = true;
  const text = replaceExpressions(from.text, (inner) => {
    const value = evaluate(inner, { contexts, before: null });
    if (value === undefined) isTold = false;
    return value === undefined ? null : textOf(value);
  });
  return isTold ? text : undefined;
}

/** What a step puts into an output; outputs are texts. That a file was deleted, which some outputs of `changed-files` leave aside, paths do not tell: it counts as changed. */
function toldOf(filter: FileFilter, asks: Asks, files: readonly string[]): Value | undefined {
  const answers = files.map((file) => ({ file, takes: filterTakes(filter, file).takes }));
  const taken = answers.filter(({ takes }) => takes === true).map(({ file }) => file);
  const isOpen = answers.some(({ takes }) => takes === null);
  switch (asks) {
    case "any":
      return taken.length === 0 && isOpen ? undefined : String(taken.length > 0);
    case "only":
      if (answers.some(({ takes }) => takes === false)) return "false";
      return isOpen ? undefined : String(taken.length > 0);
    case "count":
      return isOpen ? undefined : String(taken.length);
    case "list":
      return isOpen ? undefined : taken.join(" ");
  }
}
