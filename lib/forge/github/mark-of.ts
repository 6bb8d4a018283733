import { splitMessage } from "./to-direct-commit.ts";

/** What a rebase keeps of a commit. */
export type Marked = {
  readonly message: string;
  readonly authoredDate: Date;
  readonly author?: { readonly name?: string | null | undefined } | null | undefined;
};

/** By what a commit is told after a rebase, which makes another one of the same author, the same moment and the same title. */
export const markOf = ({ message, authoredDate, author }: Marked): string =>
  JSON.stringify([author?.name ?? null, authoredDate.getTime(), splitMessage(message).title]);
