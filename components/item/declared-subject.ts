import type { GapRow } from "#/lib/contract/gaps.ts";
import type { DeclarationView } from "#/lib/contract/item.ts";
import { gapName } from "#/lib/format.ts";

/** A declared gap that a person says something else of. */
export type DeclaredSubject = Pick<GapRow, "title" | "priority"> & {
  readonly slug: string;
  /** Null before it was judged for the first time. */
  readonly item: number | null;
  readonly declaration: DeclarationView;
};

/** What it is called: by its number where it has one. */
export const nameOf = ({ item, title }: Pick<DeclaredSubject, "item" | "title">): string =>
  item === null ? `“${title}”` : gapName(item);
