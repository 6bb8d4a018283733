import { readReferences } from "../link/read-references.ts";
import { defectLabel } from "./claims-fix.ts";

/** An issue that records a defect, with the label that says so. */
export type ClosedDefect = { readonly number: number; readonly label: string };

type Texts = { readonly number: number; readonly title: string; readonly body: string | null };

/** Of pull requests, those that say that they close an issue of their own repository which is labelled as a defect, with the first such issue; a mere mention closes nothing, and neither does what is quoted, planned or asked. */
export function closedDefects(
  pulls: readonly Texts[],
  labelsOf: (issue: number) => readonly string[] | null,
): ReadonlyMap<number, ClosedDefect> {
  const found = new Map<number, ClosedDefect>();
  for (const { number, title, body } of pulls) {
    const closed = [...closedBy(title, true), ...closedBy(body ?? "", false)];
    const defect = closed.flatMap((issue) => {
      const label = defectLabel(labelsOf(issue) ?? []);
      return label === null ? [] : [{ number: issue, label }];
    })[0];
    if (defect) found.set(number, defect);
  }
  return found;
}

const closedBy = (text: string, title: boolean): readonly number[] =>
  readReferences(text, { title }).flatMap(({ relation, target, held }) =>
    relation === "closes" && held === null && target.kind === "number" && target.repository === null
      ? [target.number]
      : [],
  );
