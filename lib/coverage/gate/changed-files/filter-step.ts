import { listOf, recordOf } from "../read-triggers.ts";
import type { Asks, FileFilter, FileOutput } from "./file-filter.ts";
import type { PatternText } from "./read-patterns.ts";

/** Where a step stands in its file. */
export type StepPlace = {
  readonly file: string;
  readonly line: number | null;
  /** The line on which the text of an input begins; null where it is no block. */
  readonly lineOf: (input: string) => number | null;
};

/** A step that looks at the changed files; its inputs are called as with `_`. */
export type FilterStep = {
  readonly id: string;
  readonly action: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly place: StepPlace;
};

type Fields = Readonly<Record<string, unknown>>;

/** A step with an id that uses an action; null for any other. */
export function filterStep(step: Fields, place: StepPlace): FilterStep | null {
  const [id] = listOf(step["id"]);
  const [uses] = listOf(step["uses"]);
  if (id === undefined || uses === undefined) return null;
  const action = uses.replace(/@[^]*$/, "").replace(/^https?:\/\/[^/]*\//, "");
  const inputs = new Map(
    Object.entries(recordOf(step["with"])).map(([name, value]) => [
      name.toLowerCase().replaceAll("-", "_"),
      String(value),
    ]),
  );
  return { id, action, inputs, place };
}

/** An input that holds patterns; null where it is empty. */
export function patternsIn({ inputs, place }: FilterStep, name: string): PatternText | null {
  const text = inputs.get(name) ?? "";
  return text.trim() === "" ? null : { text, line: place.lineOf(name) };
}

/** The first of these inputs that says something else than `false` or the usual folder; null where none does. */
export function setInput({ inputs }: FilterStep, names: readonly string[]): string | null {
  const isSet = (name: string) => !/^(false|\.|\.\/)?$/i.test((inputs.get(name) ?? "").trim());
  return names.find(isSet) ?? null;
}

export const outputOf = (
  { id }: FilterStep,
  name: string,
  asks: Asks,
  filter: FileFilter,
): FileOutput => ({
  path: `steps.${id}.outputs.${name}`,
  from: { kind: "filter", asks, filter },
});
