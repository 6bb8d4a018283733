import { ForgeError } from "./forge-error.ts";

/** Where an offset walk goes on: a page of so many rows, and what the forge counted before it. */
export type OffsetPosition = {
  readonly page: number;
  readonly limit: number;
  readonly totalBefore: number | null;
};

/**
 * Decides where an offset walk goes on; null means that the end was proven: by an empty page, or by
 * having read as many rows as the forge says there are while that number stood still. A list that
 * shrank has moved rows to pages that were read already, so the walk steps back by as many. Throws
 * ForgeError on a page that holds fewer rows than it must.
 */
export function nextPosition(input: {
  page: number;
  limit: number;
  received: number;
  total: number | null;
  /** What the forge said on the page before; null on the first one. */
  totalBefore: number | null;
}): OffsetPosition | null {
  const { page, limit, received, total } = input;
  const totalBefore = input.totalBefore ?? total;
  const shrunkBy = total !== null && totalBefore !== null ? totalBefore - total : 0;
  if (shrunkBy > 0) {
    return { page: Math.max(1, page - Math.ceil(shrunkBy / limit)), limit, totalBefore: total };
  }
  const due = total === null ? 0 : Math.min(limit, total - (page - 1) * limit);
  if (received < due) throw cutShort(page, received, due);
  const readAll = total !== null && page * limit >= total && total === totalBefore;
  return received === 0 || readAll ? null : { page: page + 1, limit, totalBefore: total };
}

/** The page that an unfinished walk reads next; where the size of pages is another since, the one that holds the row at which it stood. */
export function resume(position: OffsetPosition | null, limit: number): OffsetPosition {
  if (!position) return { page: 1, limit, totalBefore: null };
  const rowsBefore = (position.page - 1) * position.limit;
  return {
    page: Math.floor(rowsBefore / limit) + 1,
    limit,
    totalBefore: position.totalBefore,
  };
}

/** Whether a list was found cut short: the forge answered, and with fewer rows than it counts. */
export const isCutShort = (error: unknown): boolean =>
  error instanceof ForgeError && error.code === "unavailable" && error.status === 200;

const cutShort = (page: number, received: number, due: number): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge gave ${received} rows on page ${page} where its own count asks for ${due}, so the list is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
    { status: 200 },
  );
