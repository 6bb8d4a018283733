import type { Gate } from "../gate.ts";
import { type FileFilter, filtersBehind, placeIn, shownFilter, whyOpen } from "./file-filter.ts";

const PATTERNS_SHOWN = 12;
const FILTERS_SHOWN = 20;

type Told = { readonly message: string; readonly line: number | null };

/** What filters of the changed files decide whether a job runs, a sentence each with the line on which its patterns begin; null for a line of another file, which the sentence names. */
export function conditionFilters({
  workflow,
  fileConditions = [],
}: Pick<Gate, "workflow" | "fileConditions">): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { job, outputs } of fileConditions) {
    for (const filter of outputs.flatMap(filtersBehind)) {
      const key = JSON.stringify([filter.file, filter.line, filter.name]);
      if (told.has(key)) continue;
      const whose = job === null ? "Its condition asks" : `The job ${job}, which it needs, asks`;
      const { line, words } = placeIn(workflow, filter, filter.line);
      const message = `${whose} which files changed, by ${shownFilter(filter)}${words}: ${patternsOf(filter)}`;
      told.set(key, { message, line });
    }
  }
  return [...told.values()].slice(0, FILTERS_SHOWN);
}

function patternsOf(filter: FileFilter): string {
  const open = whyOpen(filter);
  if (open !== null) return `what it takes cannot be told, ${open}.`;
  const shown = filter.patterns.slice(0, PATTERNS_SHOWN).map(({ pattern }) => pattern);
  const more = filter.patterns.length > shown.length ? ", …" : "";
  return `${shown.join(", ")}${more}`;
}
