/** A page as the forge cuts the list: so many rows a page, and which of them. */
export type Window = { readonly perPage: number; readonly page: number };

const ROWS_MAX = 100;
const ROWS_MIN = 51;

/**
 * The page that begins at the last row that was read or before it, and reaches furthest behind it. The
 * forge can only be asked for whole pages, so pages of another size shift where they begin. A page that
 * holds the last row again shows that nothing was deleted in front of it, which would have moved a row
 * that was never read to a page that was.
 */
export function windowFrom(read: number): Window {
  if (read === 0) return { perPage: ROWS_MAX, page: 1 };
  let best = { perPage: ROWS_MAX, page: 1, reach: 0 };
  for (let perPage = ROWS_MAX; perPage >= ROWS_MIN; perPage -= 1) {
    const page = Math.floor((read - 1) / perPage) + 1;
    const reach = page * perPage;
    if (reach > best.reach) best = { perPage, page, reach };
  }
  return { perPage: best.perPage, page: best.page };
}

/** How many rows are taken for read after a page did not hold the last row again: a page less, and the walk goes on from there. */
export const stepBack = (read: number): number => Math.max(0, read - ROWS_MAX);
