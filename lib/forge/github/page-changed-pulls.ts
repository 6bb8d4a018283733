import type { Place } from "./ask-repository.ts";
import type { ListPosition } from "./list-question.ts";
import { CHANGED_PULLS } from "./lists.ts";
import { type ListPage, pageConnection } from "./page-connection.ts";
import type { PullRequest } from "./schema.ts";

// Mostly nothing changed, and then every pull request of the first page is read in vain.
export const CHANGED_FIRST = 10;

/** A page of the pull requests that changed at or after a moment, the newest change first; the last one is that which goes further back. How many there are the forge does not say. */
export async function pageChangedPulls(
  place: Place,
  at: ListPosition,
  since: Date,
): Promise<Omit<ListPage<PullRequest>, "total"> & { readonly total: null }> {
  const page = await pageConnection(place, CHANGED_PULLS, at);
  return {
    ...page,
    rows: changedSince(page.rows, since),
    next: reaches(page.rows, since) ? null : page.next,
    total: null,
  };
}

/** Whether a page of pull requests goes further back than the moment. */
export const reaches = (rows: readonly PullRequest[], since: Date): boolean =>
  rows.some((row) => row.updatedAt < since);

export const changedSince = (rows: readonly PullRequest[], since: Date): readonly PullRequest[] =>
  rows.filter((row) => row.updatedAt >= since);
