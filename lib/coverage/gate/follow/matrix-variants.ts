import { readMatrix } from "../context/matrix.ts";
import { evaluate } from "../expression/evaluate.ts";
import { recordOf } from "../read-triggers.ts";
import { ROOT, UNKNOWN } from "./word-signs.ts";

/** What `${{ }}` can know of one run of a job: `matrix.os`, `env.NODE_ENV`. */
export type Contexts = ReadonlyMap<string, string>;

const VARIANTS_MAX = 64;
const EXPRESSION = /\$\{\{((?:[^}]|\}(?!\}))*)\}\}/g;

/** The runs of a job that its matrix makes, by the values of `matrix.…`; one without values where it has none or where only a run knows them. */
export function matrixVariants(job: Readonly<Record<string, unknown>>): readonly Contexts[] {
  const plain = readMatrix(job);
  if (plain.known) {
    const named = plain.value.map(
      (row) => new Map([...row].map(([key, value]) => [`matrix.${key}`, value])),
    );
    return named.slice(0, VARIANTS_MAX);
  }
  let rows: readonly Contexts[] = [new Map()];
  const {
    include: _include,
    exclude: _exclude,
    ...axes
  } = recordOf(recordOf(job["strategy"])["matrix"]);
  for (const [key, values] of Object.entries(axes)) {
    if (
      /^(include|exclude)$/.test(key) ||
      !Array.isArray(values) ||
      rows.length * values.length > VARIANTS_MAX
    )
      continue;
    rows = rows.flatMap((row) =>
      values.map((value: unknown) => new Map([...row, ...flat(`matrix.${key}`, value, 0)])),
    );
  }
  return rows;
}

/** The members of a value by their paths. */
function flat(path: string, value: unknown, depth: number): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  if (depth > 4) return [];
  return Object.entries(value).flatMap(([key, own]) => flat(`${path}.${key}`, own, depth + 1));
}

/** A text of a workflow file with its expressions put in; what cannot be told becomes a sign of its own. */
export function fillExpressions(text: string, contexts: Contexts): string {
  return text.replace(EXPRESSION, (_all, inner: string) => {
    if (/^\s*github\.workspace\s*$/.test(inner)) return ROOT;
    if (inner.length > 2000) return UNKNOWN;
    const value = evaluate(inner, { contexts, before: null });
    if (value === undefined || (typeof value === "object" && value !== null)) return UNKNOWN;
    return value === null ? "" : String(value);
  });
}

/** Plain settings of a map such as `env`, their expressions put in. */
export function fillRecord(of: unknown, contexts: Contexts): ReadonlyMap<string, string> {
  const entries = Object.entries(recordOf(of)).filter(
    ([, value]) => value !== null && typeof value !== "object",
  );
  return new Map(entries.map(([key, value]) => [key, fillExpressions(String(value), contexts)]));
}
