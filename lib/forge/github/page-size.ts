/** How many rows are asked for at once, and how many pages of that size went well in a row. */
export type PageSize = { readonly size: number; readonly good: number };

const GOOD_BEFORE_MORE = 20;

/** How often a question for so many rows is asked where it is too heavy: once more for one that can be halved, and as often as any other for a single row. */
export const triesOf = (size: number): { readonly tries?: number } =>
  size > 1 ? { tries: 2 } : {};

/** The size after a page that the forge gave: a quarter more after twenty of them, up to so many. */
export function afterGood({ size, good }: PageSize, max: number): PageSize {
  if (good + 1 < GOOD_BEFORE_MORE || size >= max) return { size, good: good + 1 };
  return { size: Math.min(max, Math.ceil(size * 1.25)), good: 0 };
}

/** The size after a page that was too heavy: half of it; null where it was one row already. */
export const afterHeavy = ({ size }: PageSize): PageSize | null =>
  size <= 1 ? null : { size: Math.floor(size / 2), good: 0 };
