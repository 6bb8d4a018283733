import { conditionHolds } from "../condition.ts";
import type { Contexts } from "../expression/value.ts";
import type { FilterLine } from "../trigger/trigger.ts";
import {
  type FileCondition,
  type FileFilter,
  filtersBehind,
  placeIn,
  shownFilter,
  whyOpen,
} from "./file-filter.ts";
import { filterTakes } from "./filter-takes.ts";
import { outputValues } from "./output-value.ts";

/** What the changed files make of a condition, with the filter that decides it. */
export type ByFiles = {
  readonly holds: boolean | null;
  readonly why: string;
  readonly line: number | null;
};

/** Whether a condition holds for a change of these files on any of these events, in whose contexts the rest of it is read; null where that cannot be told. */
export function heldByFiles(
  workflow: string,
  condition: FileCondition,
  files: readonly string[],
  events: readonly Contexts[],
): ByFiles {
  const values = outputValues(condition.outputs, files);
  const answers = events.map((event) =>
    conditionHolds(condition.text, new Map([...event, ...values]), "success"),
  );
  const filters = condition.outputs.flatMap(filtersBehind);
  if (answers.includes(true)) return said(true, workflow, condition, filters, files);
  if (answers.every((answer) => answer === false))
    return said(false, workflow, condition, filters, files);
  const open = filters.find((filter) => whyOpen(filter) !== null);
  if (!open) return { holds: null, why: `if: ${condition.text}`, line: null };
  const { line, words } = placeIn(workflow, open, open.line);
  const reason = `what ${shownFilter(open)} takes cannot be told${words}: ${whyOpen(open)}`;
  return { holds: null, why: `if: ${condition.text}, and ${reason}`, line };
}

function said(
  holds: boolean,
  workflow: string,
  { text }: FileCondition,
  filters: readonly FileFilter[],
  files: readonly string[],
): ByFiles {
  const [filter] = filters.filter((each) => whyOpen(each) === null);
  if (!filter) return { holds, why: `if: ${text}`, line: null };
  const { count, by } = countOf(filter, files);
  const many = count === 0 ? "none" : count === files.length ? "all" : "some";
  const named = by === null ? "" : `: ${by.pattern}`;
  const { line, words } = placeIn(workflow, filter, by?.line ?? filter.line);
  const why = `if: ${text}, and ${shownFilter(filter)}${words} takes ${many} of these files${named}`;
  return { holds, why, line };
}

/** How many files a filter takes, and the pattern that says so first: one that takes a file, where all are left out one that leaves one out. */
function countOf(
  filter: FileFilter,
  files: readonly string[],
): { readonly count: number; readonly by: FilterLine | null } {
  const answers = files.map((file) => filterTakes(filter, file));
  const taken = answers.filter(({ takes }) => takes === true);
  const by = (taken.length > 0 ? taken : answers).find((each) => each.by !== null)?.by ?? null;
  return { count: taken.length, by };
}
