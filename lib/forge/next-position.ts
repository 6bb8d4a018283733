import type { Position } from "./forge.ts";
import { ForgeError } from "./forge-error.ts";

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
}): Position | null {
  const { page, limit, received, total } = input;
  const totalBefore = input.totalBefore ?? total;
  const shrunkBy = total !== null && totalBefore !== null ? totalBefore - total : 0;
  if (shrunkBy > 0) {
    return { page: Math.max(1, page - Math.ceil(shrunkBy / limit)), totalBefore: total };
  }
  const due = total === null ? 0 : Math.min(limit, total - (page - 1) * limit);
  if (received < due) throw cutShort(page, received, due);
  const readAll = total !== null && page * limit >= total && total === totalBefore;
  return received === 0 || readAll ? null : { page: page + 1, totalBefore: total };
}

const cutShort = (page: number, received: number, due: number): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge gave ${received} rows on page ${page} where its own count asks for ${due}, so the list is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
  );
