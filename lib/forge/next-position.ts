import type { Position } from "./forge.ts";

/**
 * Decides where an offset walk goes on. The end is proven only by an empty page, or by having read as
 * many rows as the forge says there are while that number stood still; null means the end.
 */
export function nextPosition(input: {
  page: number;
  limit: number;
  received: number;
  total: number | null;
  firstTotal: number | null;
}): Position | null {
  const { page, limit, received, total } = input;
  const firstTotal = input.firstTotal ?? total;
  if (received === 0) return null;
  const readAll = total !== null && page * limit >= total;
  if (readAll && total === firstTotal) return null;
  return { page: page + 1, firstTotal };
}
