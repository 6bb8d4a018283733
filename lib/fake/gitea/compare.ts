/** The order of two moments of the store, which are all written in one way; much cheaper than by a locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
