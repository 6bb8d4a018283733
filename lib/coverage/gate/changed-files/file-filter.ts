import type { FilterLine } from "../trigger/trigger.ts";

/** How the patterns of a filter work together: the last one that fits decides, one or each of them has to fit, or one has to and no `!` may. */
export type FilterMode = "last" | "some" | "every" | "some-with-excludes";

export type FilterPattern = FilterLine & {
  /** Whether it asks for added, modified or deleted files only, which paths alone do not tell. */
  readonly byStatus: boolean;
};

/** One filter over the changed files that a step works out. */
export type FileFilter = {
  /** `owner/name` of the action. */
  readonly action: string;
  /** Null for the one filter of a step that names none. */
  readonly name: string | null;
  readonly mode: FilterMode;
  readonly patterns: readonly FilterPattern[];
  /** The workflow file that asks it, and the line there; null where no line tells it. */
  readonly file: string;
  readonly line: number | null;
  /** Why it cannot be told what it takes; null where it can. */
  readonly unclear: string | null;
  /** The file of the repository that holds its patterns and was not read; null where none does. */
  readonly wants: string | null;
};

/** What an output tells of a filter: that it takes some of the changed files, all of them, how many, or which. */
export type Asks = "any" | "only" | "count" | "list";

/** An output that is worked out from the changed files alone, so that it can be told without a run. */
export type FileOutput = {
  /** As an expression reads it: `needs.changes.outputs.server`. */
  readonly path: string;
  readonly from:
    | { readonly kind: "filter"; readonly asks: Asks; readonly filter: FileFilter }
    | {
        readonly kind: "expression";
        readonly text: string;
        readonly reads: readonly FileOutput[];
        /** How many expressions lie one behind the other, itself among them. */
        readonly height: number;
      };
};

/** A condition that reads which files changed. */
export type FileCondition = {
  /** The job before a gate that it stands at, which takes the gate along when it is skipped; null for the gate's own. */
  readonly job: string | null;
  readonly text: string;
  readonly outputs: readonly FileOutput[];
};

/** A filter as people call it. */
export const shownFilter = ({ name, action }: FileFilter): string =>
  name === null ? `the filter of ${action}` : `the filter ${name} of ${action}`;

/** Where a line of a filter stands, for a gate of a workflow file: the line itself, or words where it is another file's. */
export function placeIn(
  workflow: string,
  { file }: FileFilter,
  line: number | null,
): { readonly line: number | null; readonly words: string } {
  if (file === workflow) return { line, words: "" };
  return { line: null, words: line === null ? ` (${file})` : ` (${file}, line ${line})` };
}

/** Why it cannot be told what a filter takes, a sentence's end; null where it can. */
export const whyOpen = ({ wants, unclear }: FileFilter): string | null =>
  wants === null ? unclear : `its patterns stand in ${wants}`;

/** The filters that an output is worked out from. */
export function filtersBehind({ from }: FileOutput): readonly FileFilter[] {
  return from.kind === "filter" ? [from.filter] : from.reads.flatMap(filtersBehind);
}

/** Whether an expression reads an output; one whose path ends in `*` stands for every output of its step. */
export function readsOutput(text: string, path: string): boolean {
  const wanted = path.replace(/\*$/, "");
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (wanted !== path || !/[\w-]/.test(text[at + wanted.length] ?? "")) return true;
  }
  return false;
}
