import type { z } from "zod";
import type { RepositoryQuestion } from "./ask-repository.ts";
import { listOf } from "./fields.ts";
import { type PageSize, triesOf } from "./page-size.ts";

/** One list of a repository in the forge's query language. */
export type RepositoryList<Schema extends z.ZodType> = {
  readonly field: "issues" | "pullRequests" | "labels";
  /** What else the list is asked with, in the query language. */
  readonly args: string;
  readonly declared?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly row: string;
  readonly fragments: string;
  readonly schema: Schema;
  readonly sizeFirst: number;
  readonly sizeMax: number;
};

/** Where a list goes on. A cursor names a row, so rows that come and go do not shift it. */
export type ListPosition = PageSize & { readonly after: string | null };

/** The question for one page of a list. */
export function listQuestion(
  { field, args, declared = "", row, fragments, variables }: RepositoryList<z.ZodType>,
  at: ListPosition,
): RepositoryQuestion {
  const all =
    args === "" ? "first: $first, after: $after" : `first: $first, after: $after, ${args}`;
  return {
    declared: `, $first: Int!, $after: String${declared}`,
    fields: listOf(field, all, row),
    fragments,
    variables: { ...variables, first: at.size, after: at.after },
    cost: costOf(field, at.size),
    ...triesOf(at.size),
  };
}

// By the forge's own rule: each list asks once for each row of the list around it, and a hundred of that
// are a point. A pull request brings four lists, an issue one.
const LISTS_IN = { issues: 1, pullRequests: 4, labels: 0 } as const;
const costOf = (field: keyof typeof LISTS_IN, size: number): number =>
  Math.max(1, Math.round((1 + size * LISTS_IN[field]) / 100));
