import type { Judged } from "./judge-labelled.ts";

/** Counts of what the label says (rows) against what the engine says (columns). */
export type Agreement = {
  readonly labels: readonly string[];
  readonly engine: readonly string[];
  readonly counts: readonly (readonly number[])[];
};

const KINDS = ["none", "unit", "integration", "e2e"] as const;
const EXERCISES = ["yes", "no", "unclear"] as const;

/** The kind of the test over all rows; `smoke` counts as end to end. */
export function countTestKinds(judged: readonly Judged[]): Agreement {
  return count(judged, KINDS, ({ label, item }) => [
    label.test === "smoke" ? "e2e" : label.test,
    item.testKind,
  ]);
}

/** Whether the test exercises the fix, over the rows that the label calls a fix. */
export function countExercises(judged: readonly Judged[]): Agreement {
  const fixes = judged.filter(({ label }) => label.isFix);
  return count(fixes, EXERCISES, ({ label, item }) => [
    label.exercisesFix === "unclear" ? "unclear" : label.exercisesFix ? "yes" : "no",
    item.exercisesFix,
  ]);
}

/** How many rows agree, of those that are in the table; `except` leaves out what either side says. */
export function agreeing(
  { labels, counts, engine }: Agreement,
  except: string | null,
): { readonly same: number; readonly of: number } {
  let [same, of] = [0, 0];
  for (const [row, cells] of counts.entries()) {
    for (const [column, cell] of cells.entries()) {
      const [said, seen] = [labels[row], engine[column]];
      if (said === except || seen === except) continue;
      of += cell;
      if (said === seen) same += cell;
    }
  }
  return { same, of };
}

function count(
  judged: readonly Judged[],
  names: readonly string[],
  pairOf: (row: Judged) => readonly [string, string],
): Agreement {
  const pairs = judged.map(pairOf);
  const counts = names.map((said) =>
    names.map((seen) => pairs.filter((pair) => pair[0] === said && pair[1] === seen).length),
  );
  return { labels: names, engine: names, counts };
}
