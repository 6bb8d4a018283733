import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { evaluate } from "../expression/evaluate.ts";
import type { Value } from "../expression/value.ts";
import { recordOf } from "../read-triggers.ts";

/** The values of one run of a job, by key in the order of the file; keys that `include` adds stand last. */
export type Combination = ReadonlyMap<string, string>;

const COMBINATIONS_MAX = 256;
const BY_EXPRESSION = unknown("its matrix is made by an expression when it runs");
const TOO_MANY = unknown(`its matrix has more than ${COMBINATIONS_MAX} combinations`);
const NOT_PLAIN = unknown("its matrix has values that are no plain texts");

/** The combinations of a job's matrix, one without values where it has no matrix; unknown where only a run knows them. Source: `strategy.matrix` with `exclude` before `include`, the same on GitHub and on Gitea. */
export function readMatrix(job: Readonly<Record<string, unknown>>): Known<readonly Combination[]> {
  const written = recordOf(job["strategy"])["matrix"];
  if (written === undefined || written === null) return known([new Map()]);
  if (typeof written === "string") return BY_EXPRESSION;
  const { include, exclude, ...axes } = recordOf(written);
  const crossed = crossing(axes);
  if (!crossed.known) return crossed;
  const [added, taken] = [rowsOf(include), rowsOf(exclude)];
  if (!added || !taken) return BY_EXPRESSION;
  const kept = crossed.value.filter(
    (combination) =>
      !taken.some(
        (row) => row.size > 0 && [...row].every(([key, value]) => combination.get(key) === value),
      ),
  );
  const whole = including(kept, added);
  if (whole.length > COMBINATIONS_MAX) return TOO_MANY;
  return known(whole.length === 0 ? [new Map()] : whole);
}

function crossing(axes: Readonly<Record<string, unknown>>): Known<readonly Combination[]> {
  let combinations: readonly Combination[] = [];
  for (const [key, written] of Object.entries(axes)) {
    const values = typeof written === "string" ? listedBy(written) : written;
    if (!Array.isArray(values)) return BY_EXPRESSION;
    const texts = values.map(textOf);
    if (texts.some((text) => text === null)) return NOT_PLAIN;
    if (texts.some((text) => text?.includes("${{"))) return BY_EXPRESSION;
    const before = combinations.length === 0 ? [new Map<string, string>()] : combinations;
    if (before.length * texts.length > COMBINATIONS_MAX) return TOO_MANY;
    combinations = before.flatMap((each) =>
      texts.map((text) => new Map([...each, [key, text ?? ""]])),
    );
  }
  return known(combinations);
}

/** Each row of `include` goes to every combination whose own values it keeps, else it is one of its own. */
function including(
  combinations: readonly Combination[],
  rows: readonly Combination[],
): readonly Combination[] {
  let extended = combinations;
  const alone: Combination[] = [];
  for (const row of rows) {
    const fitting = combinations.map((original) =>
      [...row].every(([key, value]) => !original.has(key) || original.get(key) === value),
    );
    if (fitting.includes(true))
      extended = extended.map((each, index) =>
        fitting[index] ? new Map([...each, ...row]) : each,
      );
    else alone.push(row);
  }
  return [...extended, ...alone];
}

/** The rows of `include` or `exclude`; null where they are not written out. */
function rowsOf(written: unknown): readonly Combination[] | null {
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written) || written.length > COMBINATIONS_MAX) return null;
  return written.map(
    (row) =>
      new Map(
        Object.entries(recordOf(row)).map(([key, value]) => [key, textOf(value) ?? "Object"]),
      ),
  );
}

function listedBy(text: string): readonly Value[] | null {
  const inner = /^\s*\$\{\{([^]*)\}\}\s*$/.exec(text)?.[1];
  const value =
    inner === undefined ? undefined : evaluate(inner, { contexts: new Map(), before: null });
  return Array.isArray(value) ? value : null;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : null;
}
